package org.askance.app.work;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.askance.storage.Project;
import org.askance.storage.Settings;
import org.jspecify.annotations.Nullable;

/// How a project's queues are asked: kept in the project, so that everyone who annotates it works alike.
///
/// @param overlap   how many annotators are to answer each example, at least 1
/// @param goldEvery about one in so many examples is a gold one, at least 2; 0 for none
public record QueueSettings(int overlap, int goldEvery) {

    private static final String OVERLAP = "queue.overlap";
    private static final String GOLD = "queue.gold";
    private static final String BLIND = "queue.blind.";
    private static final String TASKS = "queue.tasks.";
    private static final String LAST = "queue.last.";

    public static QueueSettings of(Project project) {
        int every = number(project.settings(), GOLD, 0);
        return new QueueSettings(Math.max(1, number(project.settings(), OVERLAP, 1)), every < 2 ? 0 : every);
    }

    private static int number(Settings settings, String key, int otherwise) {
        String value = settings.get(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /// Where more answers are wanted than before, pairs behind everyone are open again. Everyone begins anew, so that
    /// these come in the queue's order: after all others they would come late, or never.
    public void save(Project project) {
        boolean more = overlap > of(project).overlap;
        project.settings().put(OVERLAP, Integer.toString(overlap));
        project.settings().put(GOLD, Integer.toString(goldEvery));
        if (more) {
            project.queuePlaces().forget();
        }
    }

    /// The key of the queue that `annotator` chose last; `null` for none.
    public static @Nullable String last(Project project, String annotator) {
        return project.settings().get(LAST + annotator);
    }

    public static void saveLast(Project project, String annotator, String key) {
        project.settings().put(LAST + annotator, key);
    }

    /// Whether predictions and others' answers are hidden in a queue until one has answered.
    public static boolean blind(Project project, QueueKind kind) {
        return Boolean.parseBoolean(project.settings().get(BLIND + kind.key()));
    }

    /// Ids of the tasks that are asked in a queue; empty for every task there is, later ones too, and where
    /// none of those that were chosen is asked any more.
    public static Set<Long> tasks(Project project, QueueKind kind) {
        String value = project.settings().get(TASKS + kind.key());
        if (value == null || value.isEmpty()) {
            return Set.of();
        }
        var offered = project.tasks().names().keySet();
        return Arrays.stream(value.split(" ")).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf)
                .filter(offered::contains).collect(Collectors.toUnmodifiableSet());
    }

    public static void saveTasks(Project project, QueueKind kind, Set<Long> tasks) {
        project.settings().put(TASKS + kind.key(),
                tasks.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    public static void saveBlind(Project project, QueueKind kind, boolean blind) {
        project.settings().put(BLIND + kind.key(), Boolean.toString(blind));
    }
}
