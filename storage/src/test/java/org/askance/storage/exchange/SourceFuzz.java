package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.faults.Fuzz;

/// Reads mutated files with the reader of every format, and with what is guessed.
final class SourceFuzz {

    private final Path folder;
    private final Fuzz fuzz;

    SourceFuzz(Path folder, long seed) {
        this.folder = folder;
        this.fuzz = new Fuzz(seed);
    }

    /// Tables as this program writes them, one of pairs and one of events.
    private static final List<String> OWN = List.of(
            "id,text,split,imported_at,flagged,flag_reason,flagged_by,flagged_at,comments,checkpoint,sarcasm,sarcasm_given,"
                    + "sarcasm_predicted,sarcasm_confidence,answers,answered_at,decided\n"
                    + "1,a,train,2026-01-02T03:04:05Z,true,why,ada,2026-01-02T03:04:05Z,"
                    + "\"[{\"\"annotator\"\":\"\"bo\"\",\"\"at\"\":\"\"2026-01-02T03:04:05Z\"\",\"\"text\"\":\"\"hm\"\"}]\",net,"
                    + "sarcastic,,sarcastic,0.5,\"{\"\"ada\"\":{\"\"sarcasm\"\":\"\"sarcastic\"\"}}\","
                    + "\"{\"\"ada\"\":{\"\"sarcasm\"\":\"\"2026-01-02T03:04:05Z\"\"}}\","
                    + "\"{\"\"sarcasm\"\":{\"\"label\"\":\"\"sarcastic\"\",\"\"annotator\"\":\"\"bo\"\",\"\"at\"\":\"\"2026-01-02T03:04:05Z\"\"}}\"\n",
            "id,text,split,event,gesture,kind,task,label,value,annotator,at,duration_ms,deciding,undone,former,"
                    + "sarcasm_given,sarcasm_predicted,sarcasm_confidence,predicted_by\n"
                    + "1,a,train,1,1,answer,sarcasm,sarcastic,,ada,2026-01-02T03:04:05Z,5,false,false,,sarcastic,sarcastic,0.5,net\n"
                    + "1,a,train,2,2,clear,sarcasm,,,ada,2026-01-02T03:04:06Z,,false,false,,sarcastic,sarcastic,0.5,net\n"
                    + "2,b,none,,,,,,,,,,,,,,,,\n");

    /// A small whole file of each format that is text.
    static Map<Format, String> samples() {
        var samples = new EnumMap<Format, String>(Format.class);
        samples.put(Format.MMSD_TEXT, "['1', 'so nice \\u00e9', 1]\n['2', \"won 't it\", 0, 1]\n");
        samples.put(Format.CLFA_ROWS, "['1', 'so nice', 'KEEP \\x41 OUT', 1]\n['2', 'b', '', 0]\n");
        samples.put(Format.CLFA_SENTIMENT, "1\t0\n2\t1\n3\t2\n");
        samples.put(Format.MMSD2_JSON,
                "[{\"image_id\": 840006160660983809, \"text\": \"a\", \"label\": 1}, {\"image_id\": 2, \"text\": \"b\", \"label\": 0}]");
        samples.put(Format.MVSA, "ID\ttext,image\n1\tpositive,neutral\n2\tnegative,positive\n");
        samples.put(Format.LABEL_STUDIO,
                "[{\"id\": 1, \"data\": {\"image\": \"/data/local-files/?d=a%20b.jpg\", \"text\": \"a\"}, \"annotations\": [{\"completed_by\": 1,"
                        + "\"lead_time\": 1.5, \"created_at\": \"2026-01-02T03:04:05Z\", \"result\": [{\"from_name\": \"sentiment\", \"type\": \"choices\","
                        + " \"value\": {\"choices\": [\"Positive\"]}}]}], \"predictions\": [{\"score\": 0.5, \"result\": []}]}]");
        samples.put(Format.DOCCANO,
                "{\"id\": 1, \"text\": \"a\", \"label\": [\"positive\"]}\n{\"text\": \"b\", \"label\": []}\n");
        samples.put(Format.PRODIGY,
                "{\"text\": \"a\", \"image\": \"a.jpg\", \"options\": [{\"id\": 0, \"text\": \"positive\"}], \"accept\": [0], \"answer\": \"accept\", \"_input_hash\": -1}\n");
        samples.put(Format.TABLE,
                "id,text,image,split,sentiment\n1,\"a \"\"b\"\"\nc\",x.jpg,train,positive\n2,b,,dev,\n");
        samples.put(Format.JSON_LINES,
                "{\"id\": 1, \"text\": \"a\", \"meta\": {\"x\": [1, 2]}, \"sentiment\": \"neutral\"}\n{\"id\": \"b\", \"text\": \"c\"}\n");
        return samples;
    }

    /// Reads `rounds` mutations of each sample, by its format and by what is guessed.
    void run(int rounds) throws Exception {
        for (var sample : samples().entrySet()) {
            run(sample.getKey(), sample.getValue().getBytes(StandardCharsets.UTF_8), rounds);
        }
        for (var own : OWN) {
            run(Format.TABLE, own.getBytes(StandardCharsets.UTF_8), rounds);
        }
        folders(rounds);
    }

    /// Formats that are folders: their table is mutated, and where texts have files of their own, one of them.
    private void folders(int rounds) throws Exception {
        var guid = Files.createDirectories(folder.resolve("guid"));
        Files.createDirectories(guid.resolve("data"));
        Files.writeString(guid.resolve("train.txt"), "guid,tag\n1,positive\n2,null\n");
        Files.writeString(guid.resolve("data/1.txt"), "so nice");
        Files.writeString(guid.resolve("data/2.txt"), "Crème");
        Files.write(guid.resolve("data/1.jpg"), new byte[]{1});
        run(Format.GUID_FOLDER, "table", guid, "train.txt", rounds);
        run(Format.GUID_FOLDER, "text", guid, "data/2.txt", rounds);

        var mvsa = Files.createDirectories(folder.resolve("mvsa-folder"));
        Files.createDirectories(mvsa.resolve("data"));
        Files.writeString(mvsa.resolve(MvsaFolder.NAME), "ID\ttext,image\n1\tpositive,neutral\n2\tnegative,positive\n");
        Files.writeString(mvsa.resolve("data/1.txt"), "naïve \uD83D\uDE42 'won''t'");
        run(Format.MVSA, "table", mvsa, MvsaFolder.NAME, rounds);
        run(Format.MVSA, "text", mvsa, "data/1.txt", rounds);

        var images = folder.resolve("images-folder");
        Files.createDirectories(images.resolve("train"));
        Files.writeString(images.resolve("train/metadata.jsonl"), "{\"file_name\": \"a.jpg\", \"text\": \"a\", "
                + "\"label\": \"positive\", \"id\": \"1\"}\n{\"file_name\": null, \"text\": \"b\"}\n");
        run(Format.IMAGE_FOLDER, "metadata", images, "train/metadata.jsonl", rounds);
    }

    private void run(Format format, String part, Path place, String name, int rounds) throws Exception {
        var file = place.resolve(name);
        byte[] sample = Files.readAllBytes(file);
        fuzz.run(format.title() + ", " + part, file, sample, rounds, () -> read(format, place));
        Files.write(file, sample);
    }

    void run(Format format, byte[] sample, int rounds) throws Exception {
        var file = folder.resolve(format.key() + ending(format));
        fuzz.run(format.title(), file, sample, rounds, () -> read(format, file));
    }

    /// By which a format is guessed.
    private static String ending(Format format) {
        return switch (format) {
            case TABLE -> ".csv";
            case PARQUET -> ".parquet";
            case MMSD2_JSON, LABEL_STUDIO -> ".json";
            case JSON_LINES, DOCCANO, PRODIGY -> ".jsonl";
            case MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT, MVSA, GUID_FOLDER, IMAGE_FOLDER -> ".txt";
        };
    }

    private static void read(Format format, Path path) throws IOException {
        IOException refused = null;
        try {
            Sources.open(new Sources.Guess(format, path, ""), Collected.TASKS, SourceOptions.USUAL)
                    .read(new Collected());
        } catch (IOException e) {
            refused = e;
        }
        Sources.preview(Sources.guess(path), Collected.TASKS, SourceOptions.USUAL, 10);
        if (refused != null) {
            throw refused;
        }
    }
}
