package org.askance.storage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.askance.storage.Fixtures;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.Event;
import org.askance.storage.sql.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clock that goes backwards, as one that is set right does.
class ClockTest {

    @TempDir
    Path folder;

    @Test
    void whatWasDoneLastCountsWhateverTheClockSays() {
        Fixtures.project(folder).close();
        var ms = new AtomicLong(2_000_000);
        InstantSource backwards = () -> Instant.ofEpochMilli(ms.addAndGet(-60_000));
        try (var database = Schema.open(folder.resolve("project.db"))) {
            var annotations = new AnnotationRepository(database, backwards.withZone(ZoneOffset.UTC));
            annotations.save(Fixtures.answer(1, "sentiment", "positive", "ada"));
            annotations.save(Fixtures.answer(1, "sentiment", "neutral", "ada"));
            annotations.save(Fixtures.answer(1, "sentiment", "negative", "ada"));
            assertThat(label(annotations)).isEqualTo("negative");

            annotations.undoLast("ada");
            assertThat(label(annotations)).isEqualTo("neutral");
            annotations.undoLast("ada");
            assertThat(label(annotations)).isEqualTo("positive");
            annotations.redo("ada");
            assertThat(label(annotations)).isEqualTo("neutral");
            assertThat(annotations.history(1)).extracting(Event::at)
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());

            new AnnotationRepository(database, Clock.systemUTC()).rebuild();
            assertThat(label(annotations)).isEqualTo("neutral");
        }
    }

    private static String label(AnnotationRepository annotations) {
        return annotations.labelsByAnnotator(1).getOrDefault("ada", Map.of()).getOrDefault("sentiment", "");
    }
}
