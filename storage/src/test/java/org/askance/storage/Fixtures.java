package org.askance.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// A small project that many tests start from.
public final class Fixtures {

    private Fixtures() {}

    public static Project project(Path folder) {
        var project = Project.create(folder, "test");
        project.examples().addAll(List.of(
                example("a", "Lovely weather again ☀️", Split.TRAIN,
                        Map.of("sarcasm", "sarcastic", "sentiment", "negative")),
                example("b", "The train is late", Split.TRAIN, Map.of("sentiment", "negative")),
                example("c", "Crème brûlée for lunch", Split.TEST, Map.of("sentiment", "positive")),
                example("d", "A door", Split.VALIDATION, Map.of())));
        return project;
    }

    public static NewExample example(String key, String text, Split split, Map<String, String> labels) {
        return new NewExample(key, text, Path.of("/pictures/" + key + ".jpg"), split, labels);
    }

    public static Answer answer(long example, String task, String label, String annotator) {
        return new Answer(example, Map.of(task, label), annotator, null, Duration.ofMillis(900));
    }
}
