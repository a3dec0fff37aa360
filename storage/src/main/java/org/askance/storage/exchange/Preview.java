package org.askance.storage.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The beginning of a source, before anything is imported.
///
/// @param columns of `rows`: a table's own, else what pairs are made of
/// @param rows    the first ones, as they stand
/// @param encoding of the texts; `null` if the format knows only one
/// @param mapping of the columns; `null` if the format fixes their meaning
/// @param count   how many rows the source may have; -1 if that cannot be told
/// @param exact   whether `count` was counted, not estimated
/// @param dropped of the rows looked at, how many a rule leaves out
/// @param problems of the rows looked at
public record Preview(List<String> columns, List<Row> rows, @Nullable Charset encoding,
        @Nullable ColumnMapping mapping, long count, boolean exact, int dropped, List<RowProblem> problems) {

    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// One row.
    ///
    /// @param line  from 1
    /// @param cells in the columns' order
    /// @param image where its picture lies or would lie; `null` if it names none, or holds it itself
    public record Row(Path file, long line, List<String> cells, @Nullable Path image) {

        public Row {
            cells = List.copyOf(cells);
        }

        /// Whether `problem` is this row's.
        public boolean has(RowProblem problem) {
            return problem.line() == line && problem.file().equals(file);
        }
    }
}
