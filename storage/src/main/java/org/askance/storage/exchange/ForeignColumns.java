package org.askance.storage.exchange;

import java.util.List;
import org.askance.storage.told.OfReading;

/// Columns of a table that are called as ours are, in a table that this program did not write: they are not read, which
/// is told once, so that nobody takes them for read. Confined to one thread.
final class ForeignColumns {

    private final List<String> columns;
    private boolean told;

    ForeignColumns(Format format, List<String> header) {
        this.columns = format == Format.TABLE && !OwnColumns.areIn(header) && !EventRows.areIn(header)
                ? OwnColumns.JSON.stream().filter(header::contains).toList()
                : List.of();
    }

    void look(Table.Cells cells, long line, RowMaker rows) {
        for (var column : columns) {
            if (!told && OwnColumns.blankAsNull(cells.text(column)) != null) {
                told = true;
                rows.problem(line, OfReading.COLUMN_NOT_OURS.with(column), OfReading.IMPORT_ALL_COLUMNS.with());
            }
        }
    }
}
