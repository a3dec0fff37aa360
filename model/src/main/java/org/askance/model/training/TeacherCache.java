package org.askance.model.training;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;

/// A teacher's embeddings on disk, since it never changes: one file per teacher and kind, records of a
/// SHA-256 of what was embedded and the floats, only ever appended to. A record that was cut off is ignored.
/// One thread at a time.
final class TeacherCache implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    private final RandomAccessFile file;
    private final Path path;
    private final int width;
    private final Map<String, float[]> known = new HashMap<>();

    private TeacherCache(Path path, RandomAccessFile file, int width) {
        this.path = path;
        this.file = file;
        this.width = width;
    }

    /// @param folder  of all teachers' caches
    /// @param teacher the teacher's folder: another weights file there is another teacher
    /// @param kind    `text` or `image`
    /// @param width   of the embeddings
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    static TeacherCache open(Path folder, Path teacher, String kind, int width) {
        try {
            Files.createDirectories(folder);
            var path = folder.resolve(fingerprint(teacher).substring(0, 24) + "-" + kind + ".f32");
            var cache = new TeacherCache(path, new RandomAccessFile(path.toFile(), "rw"), width);
            cache.load();
            return cache;
        } catch (IOException e) {
            throw cannot(folder, e);
        }
    }

    private static TrainingException cannot(Path path, IOException cause) {
        return new TrainingException(OfTraining.TEACHER_NOT_KEPT.with(path, Told.plain(cause.getMessage())), cause);
    }

    private static String fingerprint(Path teacher) throws IOException {
        var about = new StringBuilder(teacher.toAbsolutePath().normalize().toString());
        try (var files = Files.list(teacher)) {
            for (var file : files.sorted().toList()) {
                about.append('\0').append(file.getFileName()).append(Files.size(file))
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
        }
        return hash(about.toString());
    }

    /// Of a text, or of what identifies a picture.
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// What identifies a picture file as long as nobody changes it in place within a millisecond.
    static String ofFile(Path file) {
        try {
            return hash(file.toAbsolutePath() + "\0" + Files.size(file) + "\0"
                    + Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new TrainingException(OfTraining.NOT_LOOKED_AT.with(file, Told.plain(e.getMessage())), e);
        }
    }

    private void load() throws IOException {
        int each = KEY_BYTES + 4 * width;
        long whole = file.length() / each * each;
        file.setLength(whole);
        var bytes = new byte[each];
        for (long at = 0; at < whole; at += each) {
            file.readFully(bytes);
            var values = new float[width];
            ByteBuffer.wrap(bytes, KEY_BYTES, 4 * width).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                    .get(values);
            known.put(HexFormat.of().formatHex(bytes, 0, KEY_BYTES), values);
        }
    }

    /// The embedding of each key, computing those not known yet, all in one call.
    ///
    /// @param embed gives a row for each index asked for
    List<float[]> of(List<String> keys, Function<int[], float[][]> embed) {
        var asked = new HashSet<String>();
        int[] missing = IntStream.range(0, keys.size())
                .filter(i -> !known.containsKey(keys.get(i)) && asked.add(keys.get(i))).toArray();
        if (missing.length > 0) {
            float[][] rows = embed.apply(missing);
            for (int i = 0; i < missing.length; i++) {
                append(keys.get(missing[i]), rows[i]);
            }
        }
        var all = new ArrayList<float[]>();
        for (var key : keys) {
            all.add(java.util.Objects.requireNonNull(known.get(key)));
        }
        return all;
    }

    private void append(String key, float[] row) {
        var record = ByteBuffer.allocate(KEY_BYTES + 4 * width).order(ByteOrder.LITTLE_ENDIAN);
        record.put(HexFormat.of().parseHex(key));
        record.asFloatBuffer().put(row);
        try {
            file.seek(file.length());
            file.write(record.array());
        } catch (IOException e) {
            throw cannot(path, e);
        }
        known.put(key, row);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw cannot(path, e);
        }
    }
}
