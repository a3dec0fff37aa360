package org.askance.storage.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a source is read: told before an import and in its report.
///
/// @param chosen    what a person named, a file or a folder
/// @param files     what is read of it
/// @param others    files of the folder that look like pairs too and are not read
/// @param refused   links, pipes and devices of the folder, which are not read
/// @param encodings of the texts, each once; empty if the format knows only one
/// @param mapping   of the columns; `null` if the format fixes their meaning
/// @param unused    columns that nothing is taken from
public record Reading(Sources.Guess guess, Path chosen, List<Path> files, List<Path> others, List<Path> refused,
        List<Charset> encodings, @Nullable ColumnMapping mapping, List<String> unused) {

    public Reading {
        files = List.copyOf(files);
        others = List.copyOf(others);
        refused = List.copyOf(refused);
        encodings = List.copyOf(encodings);
        unused = List.copyOf(unused);
    }
}
