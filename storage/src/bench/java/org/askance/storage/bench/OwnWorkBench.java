package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.annotation.OwnHistory;

/// How long an annotator's own figures take among a million events, 300,000 of them theirs: what the annotation view
/// asks after each answer, what the page asks, and the pages of the history.
public final class OwnWorkBench {

    private static final int OWN = 300_000;
    private static final int OTHERS = 700_000;
    private static final int A_DAY = 3_000;
    private static final int AT_ONCE = 20_000;
    private static final int TIMES = 200;
    private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");

    private OwnWorkBench() {}

    /// `OwnWorkBench FOLDER [COUNT]`; a project of so many [MillionPairs] in `FOLDER-own` is made if it is not there.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0] + "-own");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        MillionPairs.open(folder, count).close();
        try (var project = Project.open(folder)) {
            project.openingBackup().join();
            if (project.ownWork().looks("eve", Instant.EPOCH, NOW.plusSeconds(1)).isEmpty()) {
                fill(project, count);
            }
            var today = Instant.parse("2026-11-25T00:00:00Z");
            distribution("today, after each answer", TIMES, () -> project.ownWork().looks("eve", today, NOW).size());
            distribution("two weeks, for the page", 50,
                    () -> project.ownWork().looks("eve", today.minus(Duration.ofDays(13)), NOW).size());
            distribution("history, first page", TIMES, () -> page(project, OwnHistory.Filter.ALL, Long.MAX_VALUE));
            distribution("history, a page in its middle", TIMES,
                    () -> page(project, OwnHistory.Filter.ALL, 500_000));
            distribution("history, of one label", TIMES, () -> page(project,
                    new OwnHistory.Filter(null, "sarcasm", "sarcastic", false), Long.MAX_VALUE));
            distribution("history, changed since: none among all", 10,
                    () -> page(project, new OwnHistory.Filter(null, null, null, true), Long.MAX_VALUE));
        }
        System.out.println("peak memory of the process: " + Peak.most());
    }

    private static int page(Project project, OwnHistory.Filter filter, long before) {
        return project.ownWork().history("eve", filter, before, 200).answers().size();
    }

    private static void fill(Project project, int count) {
        var acts = new ArrayList<OutsideAct>();
        int own = 0;
        for (int i = 0; i < OWN + OTHERS; i++) {
            boolean mine = (long) (i + 1) * OWN / (OWN + OTHERS) > own;
            long ago = mine ? (long) (OWN - own) * 24 * 3600 / A_DAY : (long) (OTHERS + OWN - i) * 9;
            own += mine ? 1 : 0;
            acts.add(new OutsideAct(1 + i % count, mine ? "eve" : i % 2 == 0 ? "mallory" : "trent",
                    new Act.Label(Map.of("sarcasm", i % 3 == 0 ? "sarcastic" : "not sarcastic")),
                    NOW.minusSeconds(ago), Circumstances.seen(null, Duration.ofMillis(4_000 + i % 9_000)).in("dataset"),
                    false));
            if (acts.size() == AT_ONCE) {
                project.annotations().addOutside(List.copyOf(acts));
                acts.clear();
            }
        }
        project.annotations().addOutside(acts);
    }

    private interface Step {
        int run();
    }

    private static void distribution(String what, int times, Step step) {
        var ms = new double[times];
        int rows = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            rows = step.run();
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-42s %,7d rows: p50 %7.2f, p95 %7.2f, most %7.2f ms%n", what, rows, ms[times / 2],
                ms[times * 95 / 100], ms[times - 1]);
    }
}
