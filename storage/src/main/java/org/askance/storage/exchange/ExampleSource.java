package org.askance.storage.exchange;

import java.io.IOException;
import org.askance.storage.dataset.NewExample;

/// Examples in a file or folder of some outside format, read as a stream.
public interface ExampleSource {

    /// Takes what a source gives, in its order.
    interface Sink {
        /// Its image has not been looked at yet.
        void example(NewExample example);

        void problem(RowProblem problem);
    }

    /// Reads all rows; one that cannot be used becomes a problem and the rest goes on.
    ///
    /// @throws IOException if the source itself cannot be read; the message names it
    void read(Sink sink) throws IOException;

    /// What it is, for people: `guid folder`.
    String format();
}
