package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.askance.app.map.MapViewModel;
import org.askance.app.queues.QueueViewModel;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.app.work.QueueSettings;
import org.askance.storage.annotation.Answer;
import org.junit.jupiter.api.Test;

/// What is read in the background for an older wish may come last: it is not shown in the place of the newer.
class LateAnswersTest extends SmallTour {

    private final BackwardsJobs jobs = new BackwardsJobs();

    @Test
    void theMapShowsThePairThatWasChosenLast() {
        Fx.run(() -> tour.desk().projects().score());
        tour.idle();
        var map = Fx.call(() -> new MapViewModel(tour.desk().context(), jobs, "Map"));
        Fx.run(() -> {
            map.load();
            jobs.end();
            map.choose(3);
            map.choose(5);
            map.choose(7);
            jobs.end();
        });
        assertThat(Fx.call(() -> Objects.requireNonNull(map.chosen().get()).index())).isEqualTo(7);
    }

    @Test
    void aQueueIsAsFarAsAfterTheLastAnswer() {
        var context = tour.desk().context();
        var queues = Fx.call(() -> new QueueViewModel(context, jobs, Strings.in(Language.ENGLISH)));
        Fx.run(jobs::end);
        for (long id = 1; id <= 3; id++) {
            tour.project().annotations().save(new Answer(id, Map.of("sarcasm", "sarcastic", "sentiment", "positive"),
                    context.annotator().get(), null, Duration.ofSeconds(1)));
            Fx.run(() -> {
                context.answersChanged();
                // As if one were slow.
                queues.load();
            });
        }
        Fx.run(jobs::end);
        assertThat(Fx.call(() -> Objects.requireNonNull(queues.standing().get()).open())).isEqualTo(9);
        assertThat(Fx.call(() -> Objects.requireNonNull(queues.state().get()).entries().getFirst().open()))
                .isEqualTo(9);
    }

    /// Asks an order that is reckoned, and has it.
    private QueueViewModel typical() {
        return Fx.call(() -> {
            var queues = new QueueViewModel(tour.desk().context(), jobs, Strings.in(Language.ENGLISH));
            jobs.end();
            queues.choose(new QueueRequest(QueueKind.TYPICAL, ""));
            jobs.end();
            return queues;
        });
    }

    @Test
    void aQueueThatIsBeingChosenIsNotLostToWhatIsAskedMeanwhile() {
        var context = tour.desk().context();
        var queues = typical();
        Fx.run(() -> {
            queues.choose(new QueueRequest(QueueKind.MY_FLAGGED, ""));
            context.examplesChanged();
            jobs.end();
        });
        assertThat(Fx.call(() -> queues.chosen().get().kind())).isEqualTo(QueueKind.MY_FLAGGED);
        assertThat(QueueSettings.last(tour.project(), context.annotator().get())).isEqualTo("my-flagged");
    }

    @Test
    void whoComesGetsTheirOwnQueueWhateverIsScoredMeanwhile() {
        var context = tour.desk().context();
        var queues = typical();
        Fx.run(() -> {
            context.annotator().set("Bea");
            context.examplesChanged();
            jobs.end();
        });
        assertThat(Fx.call(() -> queues.chosen().get().kind())).isEqualTo(QueueKind.DATASET);
    }
}
