package org.askance.app.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.app.MovedClock;
import org.askance.app.text.Strings;
import org.askance.app.ui.Preferences;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueSettings;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.Look;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What looks at pairs amount to: days, times, pace.
class WorkTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private static Look look(long example, long second, long took) {
        return new Look(example, NOON.plusSeconds(second), Duration.ofSeconds(took), "dataset");
    }

    @Test
    void aPairAnsweredTaskByTaskIsOneVisitWithTheWholeTime() {
        assertThat(Visit.of(List.of(look(1, 0, 4), look(1, 3, 7), look(2, 12, 8)))).isEqualTo(List.of(
                new Visit(1, NOON.plusSeconds(3), Duration.ofSeconds(7), Duration.ofSeconds(7)),
                new Visit(2, NOON.plusSeconds(12), Duration.ofSeconds(8), Duration.ofSeconds(9))));
    }

    @Test
    void aPairLeftOpenOverABreakSaysNothingAboutTimeButCounts() {
        var day = day(List.of(look(1, 0, 10), look(2, 3_000, 2_990), look(3, 3_010, 10)));
        assertThat(day.pairs()).isEqualTo(3);
        assertThat(WorkDay.times(List.of(day))).containsExactly(10, 10);
        assertThat(day.worked()).isCloseTo(20 / 60.0, within(1e-9));
    }

    @Test
    void aClockThatWasSetBackSpoilsNeitherTimeNorCount() {
        var day = day(List.of(look(1, 600, 10), look(2, 5, -595), look(3, 17, 12)));
        assertThat(day.pairs()).isEqualTo(3);
        assertThat(WorkDay.times(List.of(day))).containsExactly(10, 12);
        assertThat(day.worked()).isCloseTo(22 / 60.0, within(1e-9));
    }

    /// Of one pair, a quarter is as long as the whole.
    @Test
    void theMiddleHalfIsToldOnlyWhereThereIsOne() {
        var sentences = new Sentences(Strings.english());
        assertThat(sentences.times(List.of(day(List.of(look(1, 0, 10))))))
                .isEqualTo("The median is 10.0 s (one pair).");
        assertThat(sentences.times(List.of(day(List.of(look(1, 0, 10), look(2, 12, 12), look(3, 30, 18))))))
                .isEqualTo("The median is 12.0 s (3 pairs).");
        var same = new ArrayList<Look>();
        var other = new ArrayList<Look>();
        for (int i = 0; i < 6; i++) {
            same.add(look(i, 10L * i, 10));
            other.add(look(i, 100L * i, 10 + 10L * i));
        }
        assertThat(sentences.times(List.of(day(same)))).isEqualTo("The median is 10.0 s (6 pairs).");
        assertThat(sentences.times(List.of(day(other)))).startsWith("Half took no longer than 35.0 s; the middle half")
                .endsWith("(6 pairs).");
    }

    private static WorkDay day(List<Look> looks) {
        return WorkDay.of(looks, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25), BERLIN).getFirst();
    }

    @Test
    void daysAreThoseOfTheCalendarAlsoWhenClocksChange() {
        // In Berlin the day of 25 October 2026 has 25 hours, that of 28 March 2027 has 23.
        for (String date : List.of("2026-10-25", "2027-03-28")) {
            var day = LocalDate.parse(date);
            var first = day.atStartOfDay(BERLIN).toInstant();
            var last = day.plusDays(1).atStartOfDay(BERLIN).toInstant().minusMillis(1);
            var looks = List.of(new Look(1, first.minusMillis(1), Duration.ofSeconds(1), "dataset"),
                    new Look(2, first, Duration.ofSeconds(1), "dataset"),
                    new Look(3, last, Duration.ofSeconds(1), "dataset"),
                    new Look(4, last.plusMillis(1), Duration.ofSeconds(1), "dataset"));
            assertThat(WorkDay.of(looks, day.minusDays(1), day.plusDays(1), BERLIN)).extracting(WorkDay::pairs)
                    .containsExactly(1, 2, 1);
        }
    }

    @Test
    void paceIsThatOfTheStretchSinceTheLastRest() {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < 50; i++) {
            looks.add(look(i, 60L * i, 60));
        }
        // A rest of an hour, then twice as fast, with a pause of ten minutes in between.
        for (int i = 0; i < 21; i++) {
            looks.add(look(100 + i, 60L * 50 + 3_600 + 30L * i + (i > 10 ? 600 : 0), 30));
        }
        var pace = Objects.requireNonNull(Pace.of(Visit.of(looks)));
        assertThat(pace).isEqualTo(new Pace(30, 0, 21));
        assertThat(pace.pairsAnHour()).isEqualTo(120);
        assertThat(Pace.of(Visit.of(looks.subList(0, 4)))).isNull();
    }

    @Test
    void theRangeIsWiderTheLessIsKnownAndHoldsWhatIsExpected() {
        var little = new Pace(30, 15, 10).until(100);
        var much = new Pace(30, 15, 200).until(100);
        assertThat(little.low()).isLessThan(much.low());
        assertThat(little.high()).isGreaterThan(much.high());
        assertThat(much.low()).isLessThan(Duration.ofMinutes(50));
        assertThat(much.high()).isGreaterThan(Duration.ofMinutes(50));
        assertThat(new Pace(30, 90, 5).until(3).low()).isEqualTo(Duration.ZERO);
    }

    @Test
    void quartilesAreThoseOfTheTextbook() {
        assertThat(Quartiles.of(new double[]{7, 1, 3, 5, 9})).isEqualTo(new Quartiles(3, 5, 7, 5));
        assertThat(Quartiles.of(new double[]{4})).isEqualTo(new Quartiles(4, 4, 4, 1));
        assertThat(Quartiles.of(new double[0])).isNull();
    }

    @Test
    void goalsAreReadAsTheyWereKept() {
        for (Goal goal : List.of(new Goal.None(), new Goal.Pairs(80), new Goal.Minutes(45),
                new Goal.Whole("split:train  not label:sarcastic", LocalDate.of(2026, 12, 3)),
                new Goal.Whole("", null))) {
            assertThat(Goal.parse(goal.format())).isEqualTo(goal);
        }
        for (String spoilt : List.of("pairs", "pairs many", "whole 2026-13-45 split:train", "miles 3", "minutes 1e9")) {
            assertThat(Goal.parse(spoilt)).isEqualTo(new Goal.None());
        }
    }

    @Test
    void aGoalStaysWhenTheProjectMovesAndItsAnnotatorIsRenamed() {
        var old = folder.resolve("p");
        var preferences = new Preferences(folder.resolve("preferences.properties"));
        preferences.put("progress.goal.ada@" + old, "pairs 80");
        var choices = new Choices(preferences);
        try (var project = Project.create(old, "p")) {
            var whose = Whose.of(project, "ada");
            assertThat(choices.goal(whose)).isEqualTo(new Goal.Pairs(80));
            choices.goal(whose, new Goal.Pairs(90));
            assertThat(preferences.find("progress.goal.ada@" + old)).isNull();
            project.annotators().add("ada");
            assertThat(choices.goal(Whose.of(project, "ada"))).as("before their first act").isEqualTo(
                    new Goal.Pairs(90));
            choices.goal(Whose.of(project, "ada"), new Goal.Minutes(45));
            project.annotators().rename("ada", "Ada Lovelace");
        }
        Project.move(old, folder.resolve("q"), new Journal(folder.resolve("journal")));
        try (var project = Project.open(folder.resolve("q"))) {
            assertThat(choices.goal(Whose.of(project, "Ada Lovelace"))).isEqualTo(new Goal.Minutes(45));
            assertThat(choices.goal(Whose.of(project, "ada"))).isEqualTo(new Goal.None());
        }
        try (var other = Project.create(old, "another in the same place")) {
            assertThat(choices.goal(Whose.of(other, "ada"))).isEqualTo(new Goal.None());
        }
    }

    @Test
    void theReportIsOfOnePersonAndOfTheirDays() {
        try (var project = Project.create(folder.resolve("p"), "p")) {
            project.examples().addAll(List.of(
                    new NewExample("a", "A", folder.resolve("a.jpg"), Split.TRAIN, Map.of()),
                    new NewExample("b", "B", folder.resolve("b.jpg"), Split.TRAIN, Map.of()),
                    new NewExample("c", "C", folder.resolve("c.jpg"), Split.TEST, Map.of())));
            // Half past midnight in Berlin, still the day before in UTC.
            var clock = new MovedClock(Instant.parse("2026-11-24T23:30:00Z"), BERLIN);
            answer(project, 1, "ada", clock.instant().minusSeconds(3_000));
            answer(project, 2, "ada", clock.instant());
            answer(project, 3, "grace", clock.instant());
            var report = Report.of(project, "ada", new Goal.Whole("split:train", null), clock, 2);
            assertThat(report.days()).extracting(WorkDay::date, WorkDay::pairs).containsExactly(
                    org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 24), 1),
                    org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 25), 1));
            assertThat(report.whole()).isEqualTo(new Report.Whole(2, 2));
            assertThat(Report.of(project, "ada", new Goal.Whole("split:nowhere", null), clock, 1).whole()).isNull();
            assertThat(Report.of(project, "ada", new Goal.Pairs(5), clock, 1).pairsLeft()).isEqualTo(4);
        }
    }

    @Test
    void aPairThatIsAnsweredHalfIsToldApart() {
        try (var project = Project.create(folder.resolve("p"), "p")) {
            project.examples().addAll(List.of(
                    new NewExample("a", "A", folder.resolve("a.jpg"), Split.TRAIN, Map.of()),
                    new NewExample("b", "B", folder.resolve("b.jpg"), Split.TRAIN, Map.of()),
                    new NewExample("c", "C", folder.resolve("c.jpg"), Split.TEST, Map.of())));
            var clock = new MovedClock(NOON, BERLIN);
            answer(project, 1, "ada", NOON);
            half(project, 2, "dataset");
            // Alone asked there, it is the whole.
            QueueSettings.saveTasks(project, QueueKind.RANDOM, Set.of(project.tasks().names().firstEntry().getKey()));
            half(project, 3, "random:7");
            var today = Report.of(project, "ada", new Goal.Pairs(5), clock, 1).today();
            assertThat(today.pairs()).isEqualTo(2);
            assertThat(today.half()).isEqualTo(1);
            assertThat(new Sentences(Strings.english()).brief(Report.of(project, "ada", new Goal.Pairs(5), clock, 1)))
                    .startsWith("Today 2 of 5 pairs  ·  one more half answered");
        }
    }

    private static void half(Project project, long example, String queue) {
        project.annotations().addOutside(List.of(new OutsideAct(example, "ada",
                new Act.Label(Map.of("sarcasm", "sarcastic")), NOON,
                Circumstances.seen(null, Duration.ofSeconds(9)).in(queue), false)));
    }

    private static void answer(Project project, long example, String annotator, Instant at) {
        project.annotations().addOutside(List.of(new OutsideAct(example, annotator,
                new Act.Label(Map.of("sarcasm", "sarcastic", "sentiment", "neutral")), at,
                Circumstances.seen(null, Duration.ofSeconds(9)).in("dataset"), false)));
    }
}
