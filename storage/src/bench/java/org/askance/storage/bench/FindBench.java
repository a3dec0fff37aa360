package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.query.Names;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Ranking;

/// How fast a project of a million pairs opens, counts, searches and asks. Prints figures; asserts nothing.
public final class FindBench {

    private static final List<String> FILTERS = List.of("", "label:sarcastic", "label:sarcasm=none", "given:neutral",
            "answer:positive", "pred:negative conf<0.6", "margin<0.1", "entropy>0.9", "split:train,test", "by:ada",
            "is:flagged", "flag:spam", "disagree", "disagree:annotators", "has:comment", "-has:answer", "has:problem", "is:duplicate",
            "is:skipped", "key:68000000000001*", "disagree conf>0.9 split:train -has:answer",
            "(label:sarcastic or pred:sarcastic) not split:test", "t", "the", "love rain", "\"to the\"", "天気", "😂",
            "the disagree conf>0.8 -is:flagged");

    private static final java.util.Set<String> KEYWORDS = java.util.Set.of("and", "or", "not");

    private FindBench() {}

    /// `FindBench FOLDER [COUNT]`
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        MillionPairs.open(folder, count).close();
        long start = System.nanoTime();
        try (var project = Project.open(folder)) {
            project.finder().warm();
            var first = project.finder().find(Queue.ALL, Queue.Move.FIRST_OPEN, Queue.NOWHERE, "ada");
            int rows = project.examples().rows(new long[]{first.id(), first.following()}).size();
            say("opened, with the first open pair on hand (%d)", rows, start);
            bySqlMeanwhile(project);
            project.finder().await();
            say("columns in memory (%d pairs)", count, start);
            filters(project);
            searches(project);
            queues(project, count);
            start = System.nanoTime();
        }
        say("closed, the columns of %d pairs kept", count, start);
        System.out.println("peak memory of the process: " + Peak.most());
        openedAgain(folder, count);
        System.out.println("peak memory after opening twice: " + Peak.most());
    }

    private static void say(String what, int number, long start) {
        System.out.printf("%-60s %8.2f s%n", what.formatted(number), (System.nanoTime() - start) / 1e9);
    }

    /// Counts until the kept columns are there are answered by SQL.
    private static void openedAgain(Path folder, int count) {
        long start = System.nanoTime();
        try (var project = Project.open(folder)) {
            project.finder().warm();
            project.finder().find(Queue.ALL, Queue.Move.FIRST_OPEN, Queue.NOWHERE, "ada");
            say("opened again, with the first open pair of %d on hand", count, start);
            project.finder().await();
            say("columns in memory again (%d pairs)", count, start);
            project.finder().count(query(project, "disagree conf>0.8"));
            say("a filter counted again (%d pairs)", count, start);
        }
    }

    private static Query query(Project project, String text) {
        return switch (project.finder().parse(text)) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> throw new IllegalArgumentException(text + ": " + problem);
        };
    }

    private static void bySqlMeanwhile(Project project) {
        long start = System.nanoTime();
        int found = project.finder().count(query(project, "label:sarcastic"));
        System.out.printf("%-60s %8.1f ms, %,d found%n", "count while columns are being read: label:sarcastic",
                (System.nanoTime() - start) / 1e6, found);
    }

    /// Each for the first time: nothing is remembered of it.
    private static void filters(Project project) {
        project.finder().count(query(project, "split:validation"));
        double worst = 0;
        for (var filter : FILTERS) {
            long start = System.nanoTime();
            int found = project.finder().count(query(project, filter));
            double ms = (System.nanoTime() - start) / 1e6;
            worst = Math.max(worst, ms);
            System.out.printf("  count %-54s %8.1f ms, %,d found%n", filter, ms, found);
        }
        System.out.printf("%-60s %8.1f ms%n", "count, the slowest filter", worst);
    }

    /// Words as often as they stand in the texts, one to three, some cut short as while typing: ids and count.
    private static void searches(Project project) {
        var words = new TweetWords(7);
        var random = new Random(5);
        distribution("search: first ids and count", 400, i -> {
            var text = new StringBuilder();
            int length = 1 + i % 3;
            for (int w = 0; w < length; w++) {
                String word = words.word(random);
                if (KEYWORDS.contains(word)) {
                    continue;
                }
                text.append(random.nextInt(3) == 0 ? word.substring(0, (word.length() + 1) / 2) : word).append(' ');
            }
            var query = query(project, i % 10 == 9 ? '"' + text.toString().strip() + '"' : text.toString());
            long[] ids = project.finder().ids(query);
            project.examples().rows(Arrays.copyOf(ids, Math.min(ids.length, 64)));
            if (project.finder().count(query) != ids.length) {
                throw new IllegalStateException();
            }
        });
    }

    private static void queues(Project project, int count) {
        Map<String, Queue> queues = new java.util.LinkedHashMap<>();
        queues.put("dataset", Queue.ALL);
        queues.put("random", new Queue(Query.ALL, new Queue.Order.Random(3), Queue.Open.TO_ALL));
        queues.put("search result", new Queue(query(project, "love"), new Queue.Order.Dataset(), Queue.Open.TO_ALL));
        for (var measure : Query.Measure.values()) {
            queues.put("uncertain by " + measure, new Queue(Query.ALL, new Queue.Order.Uncertain(measure),
                    Queue.Open.TO_ALL));
        }
        queues.put("disagreement", new Queue(query(project, "disagree"), new Queue.Order.Surest(),
                Queue.Open.TO_ANNOTATOR));
        queues.put("two answers each", new Queue(Query.ALL, new Queue.Order.Dataset(), new Queue.Open.Until(2)));
        queues.put("second opinion", new Queue(new Query.ByOthers("ada"), new Queue.Order.Dataset(),
                Queue.Open.TO_ANNOTATOR));
        queues.put("ranked, the others after it", ranked(Ranking.first(shuffled(count, 2_000))));
        queues.put("ranked, all", ranked(Ranking.first(shuffled(count, count))));
        queues.put("ranked, alone", ranked(Ranking.only(shuffled(count, count / 10))));
        queues.put("my skipped", new Queue(new Query.SkippedBy("ada"), new Queue.Order.Dataset(),
                Queue.Open.TO_NOBODY));
        queues.put("my flagged", new Queue(new Query.FlaggedBy("ada"), new Queue.Order.Dataset(),
                Queue.Open.TO_NOBODY));
        for (long id : shuffled(count, Math.min(count, 1_000))) {
            project.annotations().skip(id, "ada", Circumstances.NONE);
            project.gold().put(id, Map.of("sentiment", "neutral"), null);
        }
        queues.put("dataset with gold", Queue.ALL.withGold(5));
        queues.put("sentiment alone", Queue.ALL.asking(project.finder().names().tasks().stream()
                .filter(task -> task.name().equals("sentiment")).map(Names.Task::id).collect(Collectors.toSet())));
        var whole = Map.of("sentiment", "neutral", "sarcasm", "sarcastic");
        var random = new Random(9);
        queues.forEach((name, queue) -> {
            long start = System.nanoTime();
            var at = new long[]{project.finder().find(queue, Queue.Move.FIRST_OPEN, -1, "ada").id()};
            System.out.printf("  queue %-54s %8.1f ms for the first%n", name, (System.nanoTime() - start) / 1e6);
            distribution("next of " + name + ", after an answer each", 300, i -> {
                // From anywhere: people jump.
                long from = i % 5 == 0 ? 1 + random.nextInt(count) : at[0];
                at[0] = project.finder().find(queue, Queue.Move.NEXT_OPEN, from, "ada").id();
            }, () -> project.annotations().save(new Answer(at[0], whole, "ada", null,
                    java.time.Duration.ofSeconds(1))));
        });
    }

    private static Queue ranked(Ranking ranking) {
        return new Queue(Query.ALL, new Queue.Order.Ranked(ranking), Queue.Open.TO_ALL);
    }

    private static long[] shuffled(int count, int most) {
        return new Random(11).ints(0, count).distinct().limit(most).mapToLong(i -> i + 1L).toArray();
    }

    private static void distribution(String what, int times, IntConsumer once) {
        distribution(what, times, once, () -> {});
    }

    private static void distribution(String what, int times, IntConsumer once, Runnable between) {
        var ms = new double[times];
        for (int i = 0; i < times; i++) {
            between.run();
            long start = System.nanoTime();
            once.accept(i);
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-60s p50 %6.2f, p95 %6.2f, most %6.2f ms%n", what, ms[times / 2], ms[times * 95 / 100],
                ms[times - 1]);
    }
}
