package org.askance.storage.exchange;

import java.io.IOException;

/// Pairs in a file or folder of some outside format, read as a stream: memory does not grow with the source.
public interface ExampleSource {

    /// Takes what a source gives, in its order. Whatever it throws ends the reading.
    interface Sink {

        /// Its image has not been looked at yet.
        void row(SourceRow row);

        void problem(RowProblem problem);

        /// A whole file of several that cannot be read; the others are.
        default void leftOut(RowProblem file) {
            problem(file);
        }

        /// A pair that a rule of the format leaves out.
        default void dropped(Drop reason) {}

        /// The row given next has no id in the source: the number of its line, or item, is its id.
        default void numbered() {}

        /// How much of the source has been read.
        ///
        /// @param total 0 while unknown
        default void position(long bytes, long total) {}
    }

    /// Why a rule leaves a pair out.
    enum Drop {
        /// The text holds a word that gives the label away.
        LEAKING_WORD,
        /// Text and image are of opposite sentiment.
        CONTRADICTION,
        /// No label has the most votes.
        NO_MAJORITY
    }

    /// Reads all rows; one that cannot be used becomes a problem and the rest goes on. May be called again.
    ///
    /// @throws IOException if the source itself cannot be read; the message names it
    void read(Sink sink) throws IOException;

    Format format();
}
