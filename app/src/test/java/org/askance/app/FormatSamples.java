package org.askance.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.askance.storage.exchange.Format;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;

/// A small source of every outside format that can be imported, as its own program or dataset writes it.
public final class FormatSamples {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private FormatSamples() {}

    /// @param path     file or folder
    /// @param keys     ids of the pairs that come in, in order
    /// @param labels   those of the first pair, as `task=label`
    /// @param pictures how many pairs have a picture that can be used
    public record Sample(Format format, Path path, List<String> keys, List<String> labels, int pictures) {}

    /// Writes one of each below `folder`.
    public static List<Sample> all(Path folder) {
        try {
            return List.of(mmsd(folder.resolve("mmsd")), clfa(folder.resolve("clfa")),
                    sentiment(folder.resolve("sentiment")), mmsd2(folder.resolve("mmsd2")),
                    mvsa(folder.resolve("mvsa")), guid(folder.resolve("guid")),
                    imageFolder(folder.resolve("imagefolder")), parquet(folder.resolve("shards")),
                    labelStudio(folder.resolve("studio")), doccano(folder.resolve("doccano")),
                    prodigy(folder.resolve("prodigy")), table(folder.resolve("table")), lines(folder.resolve("lines")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, PICTURE);
    }

    private static Sample mmsd(Path folder) throws IOException {
        file(folder.resolve("train.txt"), "['840006160660983809', 'it\\'s <user> so nice 😂', 1]", "['8', 'plain', 0]",
                "['9', 'a leak of sarcasm', 1]");
        file(folder.resolve("valid2.txt"), "['10', \"don't\", 0, 1]");
        file(folder.resolve("test2.txt"), "['11', 'last', 1, 0]");
        picture(folder.resolve("dataset_image/8.gif"));
        return new Sample(Format.MMSD_TEXT, folder, List.of("840006160660983809", "8", "10", "11"),
                List.of("sarcasm=sarcastic"), 1);
    }

    private static Sample clfa(Path folder) throws IOException {
        var rows = file(folder.resolve("train.txt"), "['7', 'so nice', 'KEEP OUT', 1]", "['8', 'so so', '', 0]");
        picture(folder.resolve("dataset_image/7.gif"));
        return new Sample(Format.CLFA_ROWS, rows, List.of("7", "8"), List.of("sarcasm=sarcastic"), 1);
    }

    private static Sample sentiment(Path folder) throws IOException {
        var rows = file(folder.resolve("train.txt"), "7\t1", "8\t2");
        file(folder.resolve("data/7.txt"), "rain again");
        file(folder.resolve("data/8.txt"), "a door");
        picture(folder.resolve("data/7.gif"));
        return new Sample(Format.CLFA_SENTIMENT, rows, List.of("7", "8"), List.of("sentiment=negative"), 1);
    }

    private static Sample mmsd2(Path folder) throws IOException {
        // The published files are one line each.
        file(folder.resolve("train.json"), "[{\"image_id\": 840006160660983809, \"text\": \"thanks <user>\", \"label\":"
                + " 1}, {\"image_id\": 12, \"text\": \"haha 🙃\", \"label\": 0}]");
        file(folder.resolve("valid.json"), "[]");
        file(folder.resolve("test.json"), "[{\"image_id\": 3, \"text\": \"a\", \"label\": 0}]");
        picture(folder.resolve("dataset_image/840006160660983809.gif"));
        return new Sample(Format.MMSD2_JSON, folder, List.of("840006160660983809", "12", "3"),
                List.of("sarcasm=sarcastic"), 1);
    }

    private static Sample mvsa(Path folder) throws IOException {
        file(folder.resolve("labelResultAll.txt"), "ID\ttext,image", "1\tneutral,negative", "2\tpositive,negative",
                "3\tpositive,positive");
        for (int i = 1; i <= 3; i++) {
            file(folder.resolve("data/" + i + ".txt"), "tweet " + i);
            picture(folder.resolve("data/" + i + ".gif"));
        }
        return new Sample(Format.MVSA, folder, List.of("1", "3"), List.of("sentiment=negative"), 2);
    }

    private static Sample guid(Path folder) throws IOException {
        file(folder.resolve("train.txt"), "guid,tag", "4597,negative", "12,positive");
        file(folder.resolve("test_without_label.txt"), "guid,tag", "8,null");
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("data/4597.txt"), "It’s déjà vu – again".getBytes(WESTERN));
        Files.write(folder.resolve("data/12.txt"), "grüße 🙂".getBytes(StandardCharsets.UTF_8));
        file(folder.resolve("data/8.txt"), "unlabelled");
        picture(folder.resolve("data/4597.gif"));
        return new Sample(Format.GUID_FOLDER, folder, List.of("4597", "12", "8"), List.of("sentiment=negative"), 1);
    }

    private static Sample imageFolder(Path folder) throws IOException {
        for (var split : List.of("test", "train")) {
            picture(folder.resolve(split + "/a.gif"));
            file(folder.resolve(split + "/metadata.jsonl"), "{\"file_name\": \"a.gif\", \"text\": \"of " + split
                    + "\", \"label\": \"positive\", \"id\": \"" + split + "\"}");
        }
        return new Sample(Format.IMAGE_FOLDER, folder, List.of("test", "train"), List.of("sentiment=positive"), 2);
    }

    private static Sample parquet(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(folder.resolve("train-00000-of-00001.parquet"));
                var rows = new ParquetWriter(out,
                        List.of(new ParquetField.Value("id", ParquetField.Type.INT64, false),
                                new ParquetField.Value("text", ParquetField.Type.TEXT, false),
                                new ParquetField.Value("label", ParquetField.Type.TEXT, true)),
                        "datasets")) {
            rows.row(Arrays.asList(9_007_199_254_740_993L, "naïve 🙂", "positive"));
            rows.row(Arrays.asList(2L, "so so", null));
        }
        return new Sample(Format.PARQUET, folder, List.of("9007199254740993", "2"), List.of("sentiment=positive"), 0);
    }

    private static Sample labelStudio(Path folder) throws IOException {
        var tasks = file(folder.resolve("project-1.json"),
                "[{\"id\": 17, \"data\": {\"image\": \"a.gif\", \"text\": \"so nice\"}, \"annotations\": [{\"completed_by\":"
                        + " {\"email\": \"ada@example.org\"}, \"updated_at\": \"2026-01-02T03:05:00Z\", \"result\":"
                        + " [{\"from_name\": \"sarcasm\", \"to_name\": \"text\", \"type\": \"choices\", \"value\":"
                        + " {\"choices\": [\"sarcastic\"]}}]}], \"predictions\": [{\"model_version\": \"old\", \"score\": 0.7,"
                        + " \"result\": [{\"from_name\": \"sarcasm\", \"to_name\": \"text\", \"type\": \"choices\", \"value\":"
                        + " {\"choices\": [\"not sarcastic\"]}}]}]}]");
        picture(folder.resolve("a.gif"));
        return new Sample(Format.LABEL_STUDIO, tasks, List.of("17"), List.of(), 1);
    }

    private static Sample doccano(Path folder) throws IOException {
        return new Sample(Format.DOCCANO,
                file(folder.resolve("all.jsonl"), "{\"id\": 5, \"text\": \"so nice\", \"label\": [\"positive\"]}",
                        "{\"id\": 6, \"text\": \"مرحبا بالعالم\", \"label\": []}"),
                List.of("5", "6"), List.of("sentiment=positive"), 0);
    }

    private static Sample prodigy(Path folder) throws IOException {
        String task = "{\"text\": \"so nice\", \"image\": \"a.gif\", \"options\": [{\"id\": \"p\", \"text\": \"positive\"}],"
                + " \"accept\": [\"p\"], \"answer\": \"accept\", \"_input_hash\": 4, \"_task_hash\": %s, \"_view_id\": \"choice\","
                + " \"_session_id\": \"set-%s\", \"_annotator_id\": \"%s\", \"meta\": {\"id\": \"m1\"}}";
        picture(folder.resolve("a.gif"));
        return new Sample(Format.PRODIGY,
                file(folder.resolve("annotated.jsonl"), task.formatted("1", "ada", "ada"),
                        task.formatted("2", "ben", "ben")),
                List.of("m1"), List.of(), 1);
    }

    private static Sample table(Path folder) throws IOException {
        picture(folder.resolve("pics/1.gif"));
        return new Sample(Format.TABLE,
                file(folder.resolve("pairs.tsv"), "id\ttweet\timage\tsplit\tsarcasm",
                        "1\t\"so \"\"nice\"\", ä\"\tpics/1.gif\t"
                                + "train\tsarcastic",
                        "2\tso so\t\tvalidation\t"),
                List.of("1", "2"), List.of("sarcasm=sarcastic"), 1);
    }

    private static Sample lines(Path folder) throws IOException {
        return new Sample(Format.JSON_LINES,
                file(folder.resolve("pairs.jsonl"),
                        "{\"key\": 9007199254740993, \"text\": \"so\\nnice\", \"sentiment\":"
                                + " \"negative\"}",
                        "{\"key\": 2, \"text\": \"bell \\u0007 and half \\ud83d\"}"),
                List.of("9007199254740993", "2"), List.of("sentiment=negative"), 0);
    }
}
