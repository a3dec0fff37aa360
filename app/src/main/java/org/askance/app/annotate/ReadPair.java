package org.askance.app.annotate;

import org.askance.storage.told.Kept;
import org.askance.storage.told.Told;

/// A pair with what is kept in English of its picture recognised, which takes longer than a frame may. Made on any thread
/// but JavaFX's.
///
/// @param problem why the picture cannot be used; [Told#NOTHING] if it can
record ReadPair(AskedPair pair, Told problem) {

    static ReadPair of(AskedPair pair) {
        var row = pair.row();
        return new ReadPair(pair, row == null || row.example().problem() == null
                ? Told.NOTHING
                : Kept.read(row.example().problem()));
    }
}
