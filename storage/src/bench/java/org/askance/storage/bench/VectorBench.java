package org.askance.storage.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Random;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.EmbeddingStore;
import org.askance.storage.embedding.Vectors;

/// How long embeddings take to write, open and scan, and what memory that needs, beside the same bytes as blobs in
/// SQLite. A scan is the inner product of every vector with one.
public final class VectorBench {

    private static final int DIMENSION = 128;
    private static final int AT_ONCE = 4_096;
    private static final int TIMES = 5;

    private VectorBench() {}

    /// `VectorBench FOLDER [COUNT]`
    public static void main(String[] arguments) throws IOException, SQLException {
        var folder = Path.of(arguments[0] + "-vectors");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        clear(folder);
        Files.createDirectories(folder);
        var store = new EmbeddingStore(folder);
        long start = System.nanoTime();
        write(store, count);
        System.out.printf("%,d x %d float16, three kinds: written in %.1f s, %,d MB a kind; %s%n", count, DIMENSION,
                (System.nanoTime() - start) / 1e9, Files.size(folder.resolve("1-text.vec")) >> 20, memory());
        for (int i = 0; i < TIMES; i++) {
            start = System.nanoTime();
            try (var embeddings = store.open(1)) {
                double open = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                double found = scan(embeddings.size(), embeddings.dimension(EmbeddingKind.FUSED),
                        (row, into) -> embeddings.read(EmbeddingKind.FUSED, row, into));
                System.out.printf("mapped: opened and checked, three kinds, %.0f ms; one scanned in %.0f ms (%.4f); %s%n",
                        open, (System.nanoTime() - start) / 1e6, found, memory());
            }
        }
        sqlite(folder.resolve("vectors.db"), count);
        clear(folder);
    }

    private static String memory() throws IOException {
        var runtime = Runtime.getRuntime();
        return "heap %,d MB, process %s, of it files %s".formatted(
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, Peak.of("VmRSS"), Peak.of("RssFile"));
    }

    private static float[][] rows(Random random, int count) {
        var rows = new float[count][DIMENSION];
        for (float[] row : rows) {
            double length = 0;
            for (int k = 0; k < DIMENSION; k++) {
                row[k] = (float) random.nextGaussian();
                length += row[k] * row[k];
            }
            for (int k = 0; k < DIMENSION; k++) {
                row[k] /= (float) Math.sqrt(length);
            }
        }
        return rows;
    }

    private static long[] ids(int from, int count) {
        var ids = new long[count];
        java.util.Arrays.setAll(ids, i -> from + i + 1L);
        return ids;
    }

    private static void write(EmbeddingStore store, int count) {
        var random = new Random(1);
        for (int from = 0; from < count; from += AT_ONCE) {
            int size = Math.min(AT_ONCE, count - from);
            var vectors = new Vectors(ids(from, size), rows(random, size));
            var byKind = new EnumMap<EmbeddingKind, Vectors>(EmbeddingKind.class);
            for (var kind : EmbeddingKind.values()) {
                byKind.put(kind, vectors);
            }
            store.append(1, byKind);
        }
    }

    private interface Reader {
        void read(int row, float[] into);
    }

    /// @return the largest inner product with the first row
    private static double scan(int size, int dimension, Reader reader) {
        var first = new float[dimension];
        var row = new float[dimension];
        reader.read(0, first);
        double most = -1;
        for (int i = 1; i < size; i++) {
            reader.read(i, row);
            most = Math.max(most, dot(first, row));
        }
        return most;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void sqlite(Path file, int count) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            long start = System.nanoTime();
            fill(connection, count);
            System.out.printf("SQLite: one kind written in %.1f s, %,d MB%n", (System.nanoTime() - start) / 1e9,
                    Files.size(file) >> 20);
            for (int i = 0; i < TIMES; i++) {
                start = System.nanoTime();
                double found = scan(connection);
                System.out.printf("SQLite: one kind scanned in %.0f ms (%.4f); %s%n",
                        (System.nanoTime() - start) / 1e6, found, memory());
            }
        }
    }

    private static void fill(Connection connection, int count) throws SQLException {
        connection.createStatement().execute("CREATE TABLE vector (example_id INTEGER PRIMARY KEY, numbers BLOB)");
        connection.setAutoCommit(false);
        var random = new Random(1);
        try (var insert = connection.prepareStatement("INSERT INTO vector VALUES (?, ?)")) {
            for (int from = 0; from < count; from += AT_ONCE) {
                int size = Math.min(AT_ONCE, count - from);
                var rows = rows(random, size);
                for (int i = 0; i < size; i++) {
                    var bytes = ByteBuffer.allocate(2 * DIMENSION).order(ByteOrder.LITTLE_ENDIAN);
                    for (float value : rows[i]) {
                        bytes.putShort(Float.floatToFloat16(value));
                    }
                    insert.setLong(1, from + i + 1L);
                    insert.setBytes(2, bytes.array());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static double scan(Connection connection) throws SQLException {
        float[] first = null;
        var row = new float[DIMENSION];
        double most = -1;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT numbers FROM vector ORDER BY example_id")) {
            while (rows.next()) {
                var halves = ByteBuffer.wrap(rows.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                for (int k = 0; k < DIMENSION; k++) {
                    row[k] = Float.float16ToFloat(halves.get(k));
                }
                if (first == null) {
                    first = row.clone();
                } else {
                    most = Math.max(most, dot(first, row));
                }
            }
        }
        return most;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
