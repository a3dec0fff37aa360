package org.askance.app.work;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.hub.FetchCheckpoint;
import org.askance.model.hub.FetchListener;
import org.askance.model.hub.HubAccess;
import org.askance.model.hub.HubException;
import org.askance.model.told.Told;

/// Fetches one encoder from a hub and checks that a network can be made from it. Progress is in bytes. One
/// that was cancelled, or failed, goes on where it stood when it is asked for again.
///
/// @param folder where it belongs, see [Encoders#folder]
/// @param told   hears each step on the job's thread
public record FetchEncoder(String repository, Path folder, HubAccess access, Consumer<Step> told)
        implements
            Job<FetchEncoder.Outcome> {

    public sealed interface Outcome {
        /// It is whole and can be used.
        record Here(Encoders.Kind kind, Path folder, long bytes) implements Outcome {}

        /// @param told why it is not, and what to do
        record Failed(Told told) implements Outcome {}
    }

    /// What is being done.
    public enum Phase {
        FETCHING, CHECKING, WAITING
    }

    /// @param done of `total` bytes; both 0 before the hub has said how many there are
    public record Step(Phase phase, long done, long total) {}

    @Override
    public Outcome run(Progress progress) {
        try {
            var record = FetchCheckpoint.run(access, repository, folder, new Heard(progress));
            return new Outcome.Here(Encoders.kind(HuggingFaceFolder.verify(folder)), folder, record.bytes());
        } catch (HubException e) {
            return new Outcome.Failed(e.told());
        } catch (CheckpointException e) {
            return new Outcome.Failed(e.told());
        }
    }

    private final class Heard implements FetchListener {
        private final Progress progress;
        private long done;
        private long total;

        Heard(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void fetching(long nowDone, long nowTotal) {
            tell(Phase.FETCHING, nowDone, nowTotal);
        }

        @Override
        public void checking(long nowDone, long nowTotal) {
            tell(Phase.CHECKING, nowDone, nowTotal);
        }

        @Override
        public void waiting() {
            tell(Phase.WAITING, done, total);
        }

        private void tell(Phase phase, long nowDone, long nowTotal) {
            done = nowDone;
            total = nowTotal;
            progress.update(done, total);
            told.accept(new Step(phase, done, total));
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
