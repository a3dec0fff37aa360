package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of named cells, read as a stream.
interface Table {

    /// One row; valid only until the next.
    interface Cells {

        /// The cell as text; `null` if the row has none.
        @Nullable
        String text(String column);

        /// The picture that the cell holds; `null` if it holds none.
        default @Nullable EmbeddedImage image(String column) {
            return null;
        }

        /// What this program wrote of the pair beside its columns; `null` if it did not write the row.
        default @Nullable OwnDetails own(long line, RowMaker rows) {
            return null;
        }
    }

    /// Takes one row and its line, from 1.
    @FunctionalInterface
    interface Row {
        void take(Cells cells, long line) throws IOException;
    }

    /// The columns' names, none twice.
    ///
    /// @throws IOException with a sentence if there are none
    List<String> header() throws IOException;

    /// Of its texts; `null` if the format knows only one.
    @Nullable
    Charset encoding() throws IOException;

    /// Gives all rows; broken ones become problems of the sink.
    void read(FilesProgress progress, Row row) throws IOException;
}
