package org.askance.storage.exchange;

import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// One Parquet file, as the hub's shards are: plain columns, and images as a structure of `bytes` and `path`.
/// Numbers that stand for classes are read as the names that the hub keeps beside the schema.
final class ParquetRows implements Table {

    /// Bytes of rows, before compression.
    private static final long AT_ONCE = 8L << 20;
    private static final Set<CompressionCodec> KNOWN = EnumSet.of(CompressionCodec.UNCOMPRESSED,
            CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD);
    private static final int MOST_ROWS = 50_000;
    private static final Told AGAIN = OfReading.DOWNLOAD_AGAIN.with();

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
        try (var open = open()) {
            return List.copyOf(shape(open.reader()).columns.keySet());
        }
    }

    /// What a file says of itself.
    ///
    /// @param classes names by column, where numbers stand for them
    /// @param atOnce  how many rows are asked for at most at a time
    private record Shape(Map<String, SchemaNode> columns, Map<String, List<String>> classes, long rows, int atOnce) {}

    private Shape shape(ParquetFileReader reader) throws IOException {
        Shape shape;
        try {
            var metadata = reader.getFileMetaData();
            needKnownCompression(metadata);
            shape = new Shape(columns(reader), ParquetCells.classes(metadata.keyValueMetadata().get("huggingface")),
                    metadata.numRows(), rowsAtOnce(metadata));
        } catch (RuntimeException e) {
            throw new UnreadableFile(file, OfReading.PARQUET_UNREADABLE.with(Told.plain(e.getMessage())), AGAIN, e);
        }
        if (shape.columns.isEmpty() || shape.columns.containsKey(null)) {
            throw new UnreadableFile(file, OfReading.PARQUET_NO_COLUMNS.with(), AGAIN);
        }
        return shape;
    }

    /// Of a damaged file the library gives columns that say nothing of themselves.
    private void needKnownCompression(FileMetaData metadata) throws IOException {
        for (var group : metadata.rowGroups()) {
            for (var column : group.columns()) {
                var about = column.metaData();
                var codec = about == null ? null : about.codec();
                if (codec == null) {
                    throw new UnreadableFile(file, OfReading.PARQUET_CODECLESS.with(), AGAIN);
                }
                if (!KNOWN.contains(codec)) {
                    throw new UnreadableFile(file, OfReading.PARQUET_CODEC.with(codec),
                            OfReading.PARQUET_OTHER_CODEC.with());
                }
            }
        }
    }

    private OpenParquet open() throws IOException {
        ParquetCheck.check(file);
        try {
            return OpenParquet.of(file);
        } catch (IOException | RuntimeException e) {
            // The library answers damaged files with any unchecked exception.
            throw new UnreadableFile(file, OfReading.PARQUET_UNREADABLE.with(Told.plain(e.getMessage())), AGAIN, e);
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
        try (var open = open()) {
            var shape = shape(open.reader());
            long line = 0;
            for (int asked = 0, read = 0; read == asked && line < shape.rows; line += read) {
                asked = open.atOnce(line, shape.atOnce);
                read = part(open, shape, line, asked, progress, row);
                progress.at((long) (size * Math.min(1, (line + read) / Math.max(1, (double) shape.rows))));
            }
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
    /// @return how many there were; fewer than are asked for after the last, or where the file is damaged
    private int part(OpenParquet open, Shape shape, long from, int asked, FilesProgress progress, Row row)
            throws IOException {
        var rows = rows(open, from, asked);
        try {
            long line = from;
            for (var cells = next(rows, shape, progress, line + 1); cells != null; cells = next(rows, shape, progress,
                    line + 1)) {
                line++;
                row.take(cells, line);
            }
            return (int) (line - from);
        } finally {
            Patience.close(rows);
        }
    }

    private RowReader rows(OpenParquet open, long from, int asked) throws IOException {
        try {
            return open.rows(from, asked);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new UnreadableFile(file, OfReading.PARQUET_UNREADABLE.with(Told.plain(e.getMessage())), AGAIN, e);
        }
    }

    /// The next row; `null` after the last, or where the file is damaged.
    private @Nullable ParquetCells next(RowReader rows, Shape shape, FilesProgress progress, long line) {
        try {
            if (!Patience.with(rows::hasNext)) {
                return null;
            }
            rows.next();
            return ParquetCells.of(rows, shape.columns, shape.classes);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A damaged page may claim any size.
            progress.sink().problem(new RowProblem(file, line,
                    OfReading.PARQUET_DAMAGED.with(Told.plain(e.getMessage()))));
            return null;
        }
    }
}
