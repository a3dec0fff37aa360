package org.askance.app.work;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.assets.postcards.PostcardsWriter;

/// Draws a Postcards dataset into a folder of its own, as files that any program can read. Returns how many
/// pairs.
public record WritePostcards(Path folder, PostcardsPlan plan) implements Job<Integer> {

    @Override
    public Integer run(Progress progress) {
        if (!new PostcardsWriter(folder).write(plan, progress::update, progress::isCancelled)) {
            throw new CancellationException();
        }
        return plan.count();
    }
}
