package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.Stepping;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Query;

/// How long an act on many pairs takes in a project of a million, from the review of what would change to the count of
/// what is found afterwards; and its undo and redo.
public final class BulkBench {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    private BulkBench() {}

    private interface Step {
        void run();
    }

    /// `BulkBench FOLDER [COUNT]`; the project of [MillionPairs] in `FOLDER` is made if it is not there.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        MillionPairs.open(folder, count).close();
        try (var project = Project.open(folder)) {
            project.finder().await();
            project.openingBackup().join();
            long checkpoint = project.checkpoints().list().getFirst().id();
            long[] all = project.examples().ids(ExampleFilter.ALL);
            for (int size : SIZES) {
                if (size <= all.length) {
                    measure(project, spread(all, size), Circumstances.ofMany(checkpoint));
                }
            }
        }
        System.out.println("peak memory of the process: " + Peak.most());
    }

    private static long[] spread(long[] all, int size) {
        return new Random(size).ints(0, all.length).distinct().limit(size).mapToLong(at -> all[at]).sorted().toArray();
    }

    private static void measure(Project project, long[] ids, Circumstances circumstances) {
        System.out.printf("%,d of %,d pairs%n", ids.length, project.examples().count(ExampleFilter.ALL));
        for (var act : List.of(new Act.Label(Map.of("sarcasm", "sarcastic")), new Act.Move(Split.VALIDATION),
                new Act.Flag(null))) {
            String name = act.getClass().getSimpleName();
            var changed = new long[1][];
            time(name + ": review", () -> changed[0] = project.bulkReview().of(ids, act, "bulk").changed());
            if (act instanceof Act.Move(var to)) {
                time(name + ": duplicates put apart", () -> project.duplicates().apart(changed[0], to));
            }
            time(name + ": done", () -> project.annotations().bulk(changed[0], act, "bulk", circumstances));
            time(name + ": first search after it", () -> project.finder().count(Query.ALL));
            time(name + ": columns as new as the file", () -> project.finder().await());
            time(name + ": undone", () -> project.annotations().undoLast("bulk", Stepping.UNHEARD));
            time(name + ": done again", () -> project.annotations().redo("bulk", Stepping.UNHEARD));
            // The project stays as it was for the next one, but for its history.
            project.annotations().undoLast("bulk");
            project.finder().await();
        }
    }

    private static void time(String what, Step step) {
        long start = System.nanoTime();
        step.run();
        System.out.printf("  %-40s %7.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
