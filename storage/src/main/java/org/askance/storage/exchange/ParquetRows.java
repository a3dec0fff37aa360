package org.askance.storage.exchange;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
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

    /// Bytes of rows, before compression.
    private static final long AT_ONCE = 8L << 20;
    private static final int MOST_ROWS = 50_000;

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
            var names = List.copyOf(columns(reader).keySet());
            if (names.isEmpty()) {
                throw new IOException(file + " has no columns. Download it again.");
            }
            return names;
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
        var reader = open();
        try {
            long total = reader.getFileMetaData().numRows();
            int atOnce = rowsAtOnce(reader.getFileMetaData());
            long line = 0;
            for (long read = atOnce; read == atOnce && line < total; line += read) {
                read = part(reader, line, atOnce, progress, row);
                progress.at((long) (size * Math.min(1, (line + read) / Math.max(1, (double) total))));
            }
        } finally {
            Patience.close(reader);
        }
        progress.done(size);
    }

    /// The library fills buffers of many thousand rows however long these are, and of several at once: it is asked for
    /// as many as take some megabytes.
    private static int rowsAtOnce(FileMetaData metadata) {
        long bytes = metadata.rowGroups().stream().mapToLong(RowGroup::totalByteSize).sum();
        return Math.clamp(AT_ONCE / Math.max(1, bytes / Math.max(1, metadata.numRows())), 1, MOST_ROWS);
    }

    /// Reads rows `from` and following.
    ///
    /// @return how many there were; fewer than `most` after the last, or where the file is damaged
    private long part(ParquetFileReader reader, long from, int most, FilesProgress progress, Row row)
            throws IOException {
        var rows = rows(reader, from, most);
        try {
            var columns = columns(reader);
            var classes = ParquetCells.classes(reader.getFileMetaData().keyValueMetadata().get("huggingface"));
            long line = from;
            for (var cells = next(rows, columns, classes, progress, line + 1); cells != null; cells = next(rows,
                    columns, classes, progress, line + 1)) {
                line++;
                row.take(cells, line);
            }
            return line - from;
        } finally {
            Patience.close(rows);
        }
    }

    private RowReader rows(ParquetFileReader reader, long from, int most) throws IOException {
        try {
            return Patience.with(() -> reader.buildRowReader().skip(from).head(most).build());
        } catch (RuntimeException e) {
            throw new IOException(file + " is no Parquet file that can be read: " + e.getMessage() + ".", e);
        }
    }

    /// The next row; `null` after the last, or where the file is damaged.
    private @Nullable ParquetCells next(RowReader rows, Map<String, SchemaNode> columns,
            Map<String, List<String>> classes, FilesProgress progress, long line) {
        try {
            if (!Patience.with(rows::hasNext)) {
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
