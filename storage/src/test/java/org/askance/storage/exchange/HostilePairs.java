package org.askance.storage.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.NewPrediction;
import org.jspecify.annotations.Nullable;

/// A project full of what breaks exports: quotes, line breaks, emoji, right-to-left and combining letters, formulas,
/// ids above 2^53 and ids that are no file names, missing labels and pictures, annotators with odd names, and a
/// history with disagreement, corrections and undo. The same seed gives the same project.
final class HostilePairs {

    static final List<String> ANNOTATORS = List.of("ada", "Grace, \"the\" 2nd", "مريم");

    private static final List<String> PIECES = List.of("\"", "\"\"", "'", ",", ";", "\t", "\n", "\r\n", "\r", "\\",
            "\\n", "=1+1", "+cmd", "-2", "@SUM(A1)", "👩‍🚀", "☀️", "🏳️‍🌈", "مرحبا بالعالم", "שלום", "日本語", "é",
            "a\u0301", "\u202Eabc\u202C", "\u200B", "</View>", "<b>&amp;", "{\"a\": [1]}", "null", "NaN", "  ",
            "\u2028", "lovely", "weather", "again", "😀😀", "𝒜", "\u00A0", "%s", "${x}", "#tag", "0x1F");

    private final Random random;
    private final Path pictures;
    private final HashSet<String> keys = new HashSet<>();

    private HostilePairs(long seed, Path pictures) {
        this.random = new Random(seed);
        this.pictures = pictures;
    }

    /// Makes the project in `folder/project`, its pictures in `folder/pictures`.
    static Project project(Path folder, long seed, int count) {
        try {
            var pairs = new HostilePairs(seed, Files.createDirectories(folder.resolve("pictures")));
            var project = Project.create(folder.resolve("project"), "hostile “project”");
            var examples = new ArrayList<NewExample>();
            for (int i = 0; i < count; i++) {
                examples.add(pairs.example(i));
            }
            project.examples().addAll(examples);
            pairs.judge(project);
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewExample example(int i) throws IOException {
        var labels = new HashMap<String, String>();
        for (var task : List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT)) {
            if (random.nextInt(3) > 0) {
                labels.put(task.name(), any(task.labelNames()));
            }
        }
        return new NewExample(key(i), text(), random.nextInt(3) == 0 ? text() : null, picture(i),
                any(List.of(Split.values())), labels, null,
                random.nextInt(9) == 0 ? "broken, \"very\"" : null);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Neither blank nor with blanks at its ends, which no reader keeps in ids.
    private String key(int i) {
        String key = switch (random.nextInt(9)) {
            case 0 -> Long.toString(9_007_199_254_740_993L + i);
            case 1 -> "123456789012345678901234567890" + i;
            case 2 -> "00" + i;
            case 3 -> "-" + (i + 1);
            case 4 -> "../up/" + i;
            case 5 -> "A\"b,c" + i;
            case 6 -> "=id" + i;
            case 7 -> "ключ🔑" + i;
            default -> Integer.toString(i);
        };
        return keys.add(key) ? key : "again-" + i;
    }

    private String text() {
        var text = new StringBuilder("x".repeat(random.nextInt(2)));
        int pieces = 1 + random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            text.append(any(PIECES)).append(random.nextBoolean() ? " " : "");
        }
        return text.toString().isBlank() ? "blank" + text : text.toString();
    }

    private @Nullable Path picture(int i) throws IOException {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> pictures.resolve("gone " + i + ".jpg");
            default -> Files.write(pictures.resolve("bild ü " + i + (i % 2 == 0 ? ".JPG" : ".png")),
                    new byte[]{(byte) i, (byte) (i >> 8), 3});
        };
    }

    private void judge(Project project) {
        long checkpoint = project.checkpoints().add("net \"1\", größer", project.folder().resolve("checkpoints/n"),
                null);
        var predictions = new ArrayList<NewPrediction>();
        for (long id : project.examples().ids(ExampleFilter.ALL)) {
            int answers = random.nextInt(4);
            for (int i = 0; i < answers; i++) {
                answer(project, id, checkpoint);
            }
            if (random.nextInt(4) > 0) {
                float sure = random.nextFloat();
                predictions.add(new NewPrediction(id, Map.of("sarcasm", new float[]{sure, 1 - sure}, "sentiment",
                        new float[]{sure / 2, sure / 2, 1 - sure})));
            }
        }
        project.predictions().save(checkpoint, predictions);
    }

    private void answer(Project project, long id, long checkpoint) {
        var labels = new HashMap<String, String>();
        labels.put("sarcasm", any(TaskDefinition.SARCASM.labelNames()));
        if (random.nextBoolean()) {
            labels.put("sentiment", any(TaskDefinition.SENTIMENT.labelNames()));
        }
        var annotator = any(ANNOTATORS);
        project.annotations().save(new Answer(id, labels, annotator, random.nextBoolean() ? checkpoint : null,
                Duration.ofMillis(random.nextInt(9_000))));
        switch (random.nextInt(12)) {
            case 0, 1 -> project.annotations().undoLast(annotator);
            case 2 -> {
                project.annotations().undoLast(annotator);
                project.annotations().redo(annotator);
            }
            case 3 -> project.annotations().comment(id, text(), annotator);
            case 4 -> project.annotations().flag(id, "why\n\"" + text(), annotator);
            case 5 -> project.annotations().unflag(id, annotator);
            case 6 -> project.annotations().bulk(new long[]{id}, new Act.Clear(Set.of("sarcasm")), annotator,
                    Circumstances.NONE);
            case 7 -> project.annotations().save(new Answer(id, Map.of("sarcasm", "sarcastic"), annotator,
                    Circumstances.NONE.asDeciding().in("disputed, \"all\"")));
            case 8 -> project.annotations().skip(id, annotator, Circumstances.NONE);
            default -> {
            }
        }
    }
}
