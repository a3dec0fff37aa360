package org.askance.storage.exchange;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One Parquet file, as the hub's shards are: plain columns, and images as a structure of `bytes` and `path`.
/// Numbers that stand for classes are read as the names that the hub keeps beside the schema.
final class ParquetRows implements Table {

    private final Path file;

    ParquetRows(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable Charset encoding() {
        return null;
    }

    @Override
    public List<String> header() throws IOException {
        try (var reader = open()) {
            return List.copyOf(columns(reader).keySet());
        }
    }

    private ParquetFileReader open() throws IOException {
        ParquetCheck.check(file);
        try {
            return ParquetFileReader.open(InputFile.of(file));
        } catch (IOException | RuntimeException e) {
            // The library answers damaged files with any unchecked exception.
            throw new IOException(file + " is no Parquet file that can be read: " + e.getMessage() + ".", e);
        }
    }

    private static Map<String, SchemaNode> columns(ParquetFileReader reader) {
        var columns = new LinkedHashMap<String, SchemaNode>();
        reader.getFileSchema().getRootNode().children().forEach(node -> columns.put(node.name(), node));
        return columns;
    }

    @Override
    public void read(FilesProgress progress, Row row) throws IOException {
        long size = Files.size(file);
        try (var reader = open(); var rows = rows(reader)) {
            var columns = columns(reader);
            var metadata = reader.getFileMetaData();
            var classes = ParquetCells.classes(metadata.keyValueMetadata().get("huggingface"));
            long line = 0;
            for (var cells = next(rows, columns, classes, progress, line + 1); cells != null; cells = next(rows,
                    columns, classes, progress, line + 1)) {
                line++;
                row.take(cells, line);
                progress.at((long) (size * Math.min(1, line / Math.max(1, (double) metadata.numRows()))));
            }
        }
        progress.done(size);
    }

    private RowReader rows(ParquetFileReader reader) throws IOException {
        try {
            return reader.rowReader();
        } catch (RuntimeException e) {
            throw new IOException(file + " is no Parquet file that can be read: " + e.getMessage() + ".", e);
        }
    }

    /// The next row; `null` after the last, or where the file is damaged.
    private @Nullable ParquetCells next(RowReader rows, Map<String, SchemaNode> columns,
            Map<String, List<String>> classes, FilesProgress progress, long line) {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            rows.next();
            return ParquetCells.of(rows, columns, classes);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A damaged page may claim any size.
            progress.sink().problem(new RowProblem(file, line,
                    "the file is damaged (" + e.getMessage() + "); what follows is left out"));
            return null;
        }
    }
}
