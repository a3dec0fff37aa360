package org.askance.storage.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;

/// Writes files of about a given size in one format each, to import them where memory is scarce. Rows are about a
/// kilobyte, most of it in a column that is not imported; in `pictures.jsonl` each holds a picture of about 100 KB.
public final class LargeFiles {

    private static final int TEXT = 1_000;
    private static final int PICTURE = 100_000;

    private LargeFiles() {}

    private static final TweetWords WORDS = new TweetWords(1);
    private static final String LETTERS = letters();

    private interface Rows {
        void write(OutputStream out, int rows) throws IOException;
    }

    /// `LargeFiles FOLDER [MEGABYTES]`
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        int megabytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_024;
        int rows = megabytes * 1_000;
        write(folder.resolve("pairs.jsonl"), rows, LargeFiles::lines);
        write(folder.resolve("pairs.csv"), rows, LargeFiles::table);
        write(folder.resolve("label-studio.json"), rows, LargeFiles::labelStudio);
        write(folder.resolve("pairs.parquet"), rows, LargeFiles::parquet);
        write(folder.resolve("pictures.jsonl"), megabytes * 10, LargeFiles::prodigy);
    }

    private static void write(Path file, int rows, Rows writing) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            writing.write(out, rows);
        }
        System.out.printf("%s: %,d rows, %,d MB%n", file, rows, Files.size(file) >> 20);
    }

    /// Letters that do not compress away.
    private static String filling(Random random) {
        int from = random.nextInt(LETTERS.length() - TEXT);
        return LETTERS.substring(from, from + TEXT);
    }

    private static String letters() {
        var random = new Random(7);
        var letters = new StringBuilder();
        for (int i = 0; i < 1 << 22; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static void print(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static void lines(OutputStream out, int rows) throws IOException {
        var random = new Random(1);
        for (int i = 0; i < rows; i++) {
            print(out, "{\"id\": \"l%d\", \"text\": \"%s\", \"source\": \"%s\", \"sentiment\": \"neutral\"}%n".formatted(
                    i, WORDS.tweet(random), filling(random)));
        }
    }

    private static void table(OutputStream out, int rows) throws IOException {
        var random = new Random(2);
        print(out, "id,text,source,sentiment\n");
        for (int i = 0; i < rows; i++) {
            print(out, "t%d,\"%s\",%s,positive%n".formatted(i, WORDS.tweet(random), filling(random)));
        }
    }

    private static void labelStudio(OutputStream out, int rows) throws IOException {
        var random = new Random(3);
        print(out, "[");
        for (int i = 0; i < rows; i++) {
            print(out, """
                    %s{"id": %d, "data": {"text": "%s", "source": "%s"}, "annotations": [{"completed_by": 1, "lead_time": 1.5,
                    "result": [{"from_name": "sentiment", "to_name": "text", "type": "choices",
                    "value": {"choices": ["negative"]}}]}]}""".formatted(i == 0 ? "" : ",", i, WORDS.tweet(random), filling(random)));
        }
        print(out, "]");
    }

    private static void parquet(OutputStream out, int rows) throws IOException {
        var random = new Random(4);
        var fields = List.<ParquetField>of(ParquetField.text("id"), ParquetField.text("text"), ParquetField.text("source"),
                ParquetField.text("label"));
        try (var parquet = new ParquetWriter(out, fields, "bench")) {
            for (int i = 0; i < rows; i++) {
                parquet.row(List.of("p" + i, WORDS.tweet(random), filling(random), "positive"));
            }
        }
    }

    private static void prodigy(OutputStream out, int rows) throws IOException {
        var random = new Random(5);
        for (int i = 0; i < rows; i++) {
            var picture = new byte[PICTURE * 3 / 4];
            random.nextBytes(picture);
            print(out, """
                    {"text": "%s", "image": "data:image/png;base64,%s", "options": [{"id": "positive", "text": "positive"}], \
                    "accept": ["positive"], "answer": "accept"}
                    """.formatted(WORDS.tweet(random), Base64.getEncoder().encodeToString(picture)));
        }
    }
}
