package org.askance.app.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.askance.assets.postcards.Postcard;
import org.askance.assets.postcards.Postcards;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.assets.postcards.PostcardsWriter;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// Draws the bundled dataset into a project, some pairs at a time: those stored are whole and usable at
/// once. Goes on where it was stopped. Returns how many pairs the project has of it.
///
/// @param stored hears how many pairs are stored by now
public record MakePostcards(Project project, PostcardsPlan plan, IntConsumer stored) implements Job<Integer> {

    /// So many are drawn before the window shows the project.
    public static final int FIRST = 48;

    private static final int AT_ONCE = 200;
    private static final String MADE = "postcards.made";

    /// Draws only the first [#FIRST] pairs.
    public void first() {
        if (made() == 0) {
            try (var painters = painters()) {
                int first = Math.min(FIRST, plan.count());
                store(finished(draw(painters, 0, first)), first);
            }
        }
    }

    /// Whether anything is left to draw in a project that holds Postcards.
    public boolean isUnfinished() {
        return project.settings().get(MADE) != null && made() < plan.count();
    }

    @Override
    public Integer run(Progress progress) {
        try (var painters = painters()) {
            int made = made();
            int begun = Math.min(plan.count(), made + AT_ONCE);
            var drawing = draw(painters, made, begun);
            while (made < plan.count()) {
                progress.checkCancelled();
                var ready = finished(drawing);
                // While this batch is stored the next one is drawn.
                int next = Math.min(plan.count(), begun + AT_ONCE);
                drawing = draw(painters, begun, next);
                begun = next;
                made += ready.size();
                store(ready, made);
                progress.update(made, plan.count());
                stored.accept(made);
            }
        }
        // Which labels are wrong on purpose is recorded beside the project, not in it.
        new PostcardsWriter(project.folder()).writeTables(plan);
        return plan.count();
    }

    private static ExecutorService painters() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("painter-", 1).daemon().factory());
    }

    private int made() {
        var made = project.settings().get(MADE);
        return made == null ? 0 : Integer.parseInt(made);
    }

    private List<CompletableFuture<NewExample>> draw(Executor painters, int from, int to) {
        var writer = new PostcardsWriter(project.folder());
        return IntStream.range(from, to).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            var card = Postcards.pair(plan, i);
            return new NewExample(card.key(), card.text(), writer.writeImage(card), Split.of(card.split()),
                    labels(card));
        }, painters)).toList();
    }

    private static List<NewExample> finished(List<CompletableFuture<NewExample>> drawing) {
        return drawing.stream().map(CompletableFuture::join).toList();
    }

    private void store(List<NewExample> examples, int made) {
        project.examples().addAll(examples);
        project.settings().put(MADE, Integer.toString(made));
    }

    private static Map<String, String> labels(Postcard card) {
        var labels = new HashMap<String, String>();
        labels.put("sentiment", card.given().sentiment());
        if (card.given().sarcasm() != null) {
            labels.put("sarcasm", card.given().sarcasm());
        }
        return labels;
    }
}
