package org.askance.model.checkpoint;

import java.nio.file.Path;
import java.util.List;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;

/// How weights differ from what their config promises.
final class Misfit {

    private static final int NAMED = 8;

    private Misfit() {}

    /// @param problems at least one; the first few are named
    static CheckpointException of(Path file, List<Told> problems) {
        var named = problems.stream().limit(NAMED).reduce((one, next) -> OfCheckpoint.AND_NEXT.with(one, next))
                .orElse(Told.NOTHING);
        return new CheckpointException(OfCheckpoint.NOT_FITTING.with(file, problems.size() > NAMED
                ? OfCheckpoint.AND_MORE.with(named, problems.size() - NAMED)
                : named));
    }
}
