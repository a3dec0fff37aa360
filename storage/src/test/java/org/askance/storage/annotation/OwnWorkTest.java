package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.OwnHistory.Filter;
import org.askance.storage.dataset.ExampleFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnWorkTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final Circumstances ASKED = Circumstances.seen(null, Duration.ofSeconds(7)).in("dataset");

    @TempDir
    private Path folder;

    private Project project;
    private long[] ids;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder);
        ids = project.examples().ids(ExampleFilter.ALL);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void at(Instant when, long example, Map<String, String> labels, Circumstances circumstances) {
        project.annotations().addOutside(List.of(
                new OutsideAct(example, "ada", new Act.Label(labels), when, circumstances, false)));
    }

    private void at(Instant when, long example) {
        at(when, example, Map.of("sentiment", "neutral"), ASKED);
    }

    private List<Look> looks() {
        return project.ownWork().looks("ada", NOON, LATER);
    }

    private List<OwnAnswer> history(Filter filter) {
        return project.ownWork().history("ada", filter, Long.MAX_VALUE, 200).answers();
    }

    @Test
    void onlyTheTimeAskedForAndOnlyOneself() {
        at(NOON.minusMillis(1), ids[0]);
        at(NOON, ids[1]);
        at(LATER, ids[2]);
        project.annotations().addOutside(List.of(new OutsideAct(ids[3], "grace",
                new Act.Label(Map.of("sentiment", "neutral")), NOON, ASKED, false)));
        assertThat(looks()).isEqualTo(List.of(new Look(ids[1], NOON, Duration.ofSeconds(7), "dataset")));
        assertThat(project.ownWork().looks("nobody", NOON, LATER)).isEmpty();
    }

    @Test
    void orderIsThatOfTheAnswersEvenWhereTheClockGoesBackwards() {
        at(NOON.plusSeconds(600), ids[0]);
        at(NOON.plusSeconds(20), ids[1]);
        at(NOON.plusSeconds(30), ids[2]);
        assertThat(looks()).extracting(Look::example).containsExactly(ids[0], ids[1], ids[2]);
        assertThat(history(Filter.ALL)).extracting(OwnAnswer::example).containsExactly(ids[2], ids[1], ids[0]);
    }

    @Test
    void whatNobodyLookedAtOneByOneAndWhatDecidesIsNoLook() {
        project.annotations().bulk(ids, new Act.Label(Map.of("sentiment", "neutral")), "ada", Circumstances.NONE);
        at(NOON, ids[0], Map.of("sentiment", "positive"), Circumstances.seen(null, Duration.ofSeconds(3)));
        at(NOON, ids[1], Map.of("sentiment", "positive"), ASKED.asDeciding());
        project.annotations().skip(ids[2], "ada", ASKED);
        assertThat(project.ownWork().looks("ada", Instant.EPOCH, Instant.now().plusSeconds(60))).isEmpty();
        assertThat(history(Filter.ALL)).hasSize(ids.length + 2);
    }

    @Test
    void whatIsUndoneIsNoLookButStaysInTheHistory() {
        at(NOON, ids[0]);
        project.annotations().undoLast("ada");
        assertThat(looks()).isEmpty();
        assertThat(history(Filter.ALL)).extracting(OwnAnswer::undone, OwnAnswer::changed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(true, false));
        project.annotations().redo("ada");
        assertThat(looks()).hasSize(1);
        assertThat(history(Filter.ALL)).extracting(OwnAnswer::undone).containsExactly(false);
    }

    @Test
    void anAnswerOfSeveralTasksIsOneWithItsMarks() {
        at(NOON, ids[0], Map.of("sarcasm", "sarcastic", "sentiment", "neutral"), ASKED);
        project.annotations().flag(ids[0], "spam", "grace");
        project.annotations().comment(ids[0], "mine", "ada");
        project.annotations().comment(ids[1], "hers", "grace");
        at(NOON.plusSeconds(9), ids[1]);
        var listed = history(Filter.ALL);
        assertThat(listed).hasSize(2);
        var older = listed.get(1);
        assertThat(older).isEqualTo(new OwnAnswer(older.event(), ids[0], "a", "Lovely weather again ☀️",
                Map.of("sarcasm", "sarcastic", "sentiment", "neutral"), NOON, false, false, true, true));
        assertThat(listed.getFirst().commented()).isFalse();
    }

    @Test
    void filtersByTimeLabelAndWhatWasChangedSince() {
        at(NOON, ids[0]);
        at(NOON.plusSeconds(10), ids[1]);
        at(NOON.plusSeconds(20), ids[0], Map.of("sentiment", "positive"), ASKED);
        assertThat(history(new Filter(null, null, null, true))).extracting(OwnAnswer::example, OwnAnswer::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ids[0], NOON));
        assertThat(history(new Filter(null, "sentiment", "positive", false))).extracting(OwnAnswer::at)
                .containsExactly(NOON.plusSeconds(20));
        assertThat(history(new Filter(NOON.plusSeconds(10), null, null, false))).hasSize(2);
        assertThat(history(new Filter(null, "sentiment", "no such label", false))).isEmpty();
    }

    @Test
    void pagesCutNoAnswerInTwo() {
        for (int i = 0; i < 60; i++) {
            at(NOON.plusSeconds(i), ids[i % 4], i % 3 == 0
                    ? Map.of("sentiment", "neutral")
                    : Map.of("sarcasm", "sarcastic", "sentiment", "neutral"), ASKED);
        }
        var paged = new ArrayList<OwnAnswer>();
        long before = Long.MAX_VALUE;
        while (before != 0) {
            var page = project.ownWork().history("ada", Filter.ALL, before, 7);
            paged.addAll(page.answers());
            before = page.before();
        }
        assertThat(paged).isEqualTo(history(Filter.ALL)).hasSize(60);
    }

    private List<String> plan(String query) throws SQLException {
        var steps = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                var rows = connection.createStatement().executeQuery("EXPLAIN QUERY PLAN " + query)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    @Test
    void neitherADayNorAPageReadsAllThatWasBefore() throws SQLException {
        assertThat(plan(OwnWork.LOOKS)).contains("SEARCH e USING INDEX event_own (annotator_id=? AND at>? AND at<?)");
        assertThat(plan(OwnWork.HISTORY))
                .contains("SEARCH e USING INDEX event_annotator (annotator_id=? AND id<?)")
                .anyMatch(step -> step.startsWith("SEARCH c USING INDEX event_example (example_id=?"))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
    }
}
