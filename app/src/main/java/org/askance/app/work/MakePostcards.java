package org.askance.app.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final int AT_ONCE = 120;
    private static final String MADE = "postcards.made";

    /// Draws only the first [#FIRST] pairs.
    public void first() {
        if (made() == 0) {
            store(0, Math.min(FIRST, plan.count()));
        }
    }

    /// Whether anything is left to draw in a project that holds Postcards.
    public boolean isUnfinished() {
        return project.settings().get(MADE) != null && made() < plan.count();
    }

    @Override
    public Integer run(Progress progress) {
        for (int from = made(); from < plan.count(); from = made()) {
            progress.checkCancelled();
            store(from, Math.min(plan.count(), from + AT_ONCE));
            progress.update(made(), plan.count());
            stored.accept(made());
        }
        // Which labels are wrong on purpose is recorded beside the project, not in it.
        new PostcardsWriter(project.folder()).writeTables(plan);
        return plan.count();
    }

    private int made() {
        var made = project.settings().get(MADE);
        return made == null ? 0 : Integer.parseInt(made);
    }

    private void store(int from, int to) {
        var writer = new PostcardsWriter(project.folder());
        List<NewExample> examples = IntStream.range(from, to).parallel().mapToObj(i -> {
            var card = Postcards.pair(plan, i);
            return new NewExample(card.key(), card.text(), writer.writeImage(card), Split.of(card.split()),
                    labels(card), null, null);
        }).toList();
        project.examples().addAll(examples);
        project.settings().put(MADE, Integer.toString(to));
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
