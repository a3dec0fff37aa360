package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRepositoryTest {

    private static final Path PLACE = Path.of("/sets/pairs.csv");

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("p"), "p");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static ImportRepository.Looked pair(String key, String text, Split split, Map<String, String> labels,
            String hash) {
        return new ImportRepository.Looked(new NewExample(key, text, null, Path.of("/pictures/" + key + ".jpg"), split,
                labels, hash, null), null);
    }

    private List<ImportRepository.Applied> apply(Set<Change> updates, ImportRepository.Looked... pairs) {
        long source = project.imports().begin(PLACE, Format.TABLE, "hash", null);
        return project.imports().apply(List.of(pairs), source, updates, new BitSet());
    }

    @Test
    void theSameAgainChangesNothing() {
        var one = pair("1", "a", Split.TRAIN, Map.of("sarcasm", "sarcastic"), "h1");
        apply(Set.of(), one);
        assertThat(apply(EnumSet.allOf(Change.class), one)).extracting(ImportRepository.Applied::before)
                .containsExactly(new Standing.Known(1, List.of()));
        assertThat(project.imports().latest("hash")).isPresent();
        assertThat(project.imports().latest("other")).isEmpty();
    }

    @Test
    void changesAreToldAndTakenOverOnlyWhereWanted() {
        apply(Set.of(), pair("1", "old words", Split.TRAIN, Map.of("sarcasm", "sarcastic"), "h1"));
        project.annotations().bulk(new long[]{1}, new Act.Label(Map.of("sentiment", "negative")), "ada",
                Circumstances.NONE);
        var changed = pair("1", "new words", Split.TEST, Map.of("sarcasm", "not sarcastic", "sentiment", "neutral"),
                "h2");

        assertThat(project.imports().compare(List.of(changed))).containsExactly(new Standing.Known(1,
                List.of(new Difference(Change.TEXT, "", "old words", "new words"),
                        new Difference(Change.IMAGE, "", "/pictures/1.jpg", "/pictures/1.jpg"),
                        new Difference(Change.SPLIT, "", "train", "test"),
                        new Difference(Change.LABEL, "sarcasm", "sarcastic", "not sarcastic"),
                        new Difference(Change.LABEL, "sentiment", null, "neutral"))));
        apply(Set.of(Change.TEXT, Change.LABEL), changed);

        var row = java.util.Objects.requireNonNull(project.examples().row(1));
        assertThat(row.example().text()).isEqualTo("new words");
        assertThat(row.example().split()).isEqualTo(Split.TRAIN);
        assertThat(row.given()).isEqualTo(Map.of("sarcasm", "not sarcastic", "sentiment", "neutral"));
        assertThat(row.answered()).isEqualTo(Map.of("sentiment", "negative"));
        assertThat(project.examples().count(ExampleFilter.ALL)).isEqualTo(1);
        assertThat(project.imports().compare(List.of(changed)))
                .first().isInstanceOfSatisfying(Standing.Known.class,
                        known -> assertThat(known.changes()).containsExactly(Change.IMAGE, Change.SPLIT));
        assertThat(project.imports().former(1))
                .extracting(ImportRepository.Former::field, ImportRepository.Former::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("text", "old words"),
                        org.assertj.core.groups.Tuple.tuple("label:sarcasm", "sarcastic"),
                        org.assertj.core.groups.Tuple.tuple("label:sentiment", null));
    }

    /// Beside what counts now: the answer, or else what the dataset gave.
    @Test
    void labelsThatWereTypedInAreTold() {
        apply(Set.of(), pair("1", "a", Split.TRAIN, Map.of("sarcasm", "sarcastic"), "h1"));
        var same = pair("1", "a", Split.TRAIN, Map.of(), "h1");
        var typed = new ImportRepository.Looked(same.example(), null, Split.TRAIN, false,
                Map.of("sarcasm", "not sarcastic", "sentiment", "neutral"));
        assertThat(project.imports().compare(List.of(typed))).containsExactly(new Standing.Known(1,
                List.of(new Difference(Change.ANSWER, "sarcasm", "sarcastic", "not sarcastic"),
                        new Difference(Change.ANSWER, "sentiment", null, "neutral"))));
        apply(EnumSet.allOf(Change.class), typed);
        assertThat(project.annotations().history(1)).isEmpty();
        project.annotations().bulk(new long[]{1}, new Act.Label(Map.of("sentiment", "neutral", "sarcasm",
                "not sarcastic")), "ada", Circumstances.NONE);
        assertThat(project.imports().compare(List.of(typed))).containsExactly(new Standing.Known(1, List.of()));
    }

    @Test
    void theFirstOfTwoRowsWithOneIdCounts() {
        var applied = apply(EnumSet.allOf(Change.class), pair("1", "first", Split.TRAIN, Map.of(), "h1"),
                pair("1", "second", Split.TEST, Map.of(), "h2"));
        assertThat(applied).extracting(ImportRepository.Applied::again).containsExactly(false, true);
        applied = apply(EnumSet.allOf(Change.class), pair("1", "third", Split.TRAIN, Map.of(), "h1"),
                pair("1", "fourth", Split.TEST, Map.of(), "h2"));
        assertThat(applied).extracting(ImportRepository.Applied::again).containsExactly(false, true);
        assertThat(java.util.Objects.requireNonNull(project.examples().row(1)).example().text()).isEqualTo("third");
    }

    @Test
    void aMovedSplitStaysMovedWhenTheSourceSaysAnother() {
        apply(Set.of(), pair("1", "a", Split.TRAIN, Map.of(), "h1"));
        project.annotations().bulk(new long[]{1}, new Act.Move(Split.TEST), "ada", Circumstances.NONE);
        var again = pair("1", "a", Split.VALIDATION, Map.of(), "h1");
        apply(Set.of(Change.SPLIT), again);
        var row = project.examples().row(1);
        assertThat(row).isNotNull().extracting(found -> found.example().split()).isEqualTo(Split.TEST);
        assertThat(project.imports().compare(List.of(again)))
                .containsExactly(new Standing.Known(1, List.of()));
    }

    @Test
    void whatTheSourceNoLongerHasIsTold() {
        apply(Set.of(), pair("1", "a", Split.TRAIN, Map.of(), "h1"), pair("2", "b", Split.TRAIN, Map.of(), "h2"));
        var seen = new BitSet();
        seen.set(2);
        assertThat(project.imports().gone(PLACE, seen)).containsExactly("1");
        assertThat(project.imports().gone(Path.of("/elsewhere.csv"), seen)).isEmpty();
    }

    @Test
    void duplicatesAreToldWithTheirSplits() {
        apply(Set.of(), pair("1", "So nice! http://t.co/x", Split.TRAIN, Map.of(), "same"),
                pair("2", "other", Split.TEST, Map.of(), "same"),
                pair("3", "so  NICE @ada", Split.TEST, Map.of(), "h3"),
                pair("4", "so nice 🙂", Split.TEST, Map.of(), "h4"), pair("5", "other", Split.TEST, Map.of(), "h5"));
        project.duplicates().save(Map.of(3L, OptionalLong.of(0x0F0F_0F0F_0F0F_0F0FL), 4L,
                OptionalLong.of(0x0F0F_0F0F_0F0F_0F0EL), 5L, OptionalLong.of(0)), Map.of());
        var found = project.duplicates().find(0);
        assertThat(found.listed()).containsExactlyInAnyOrder(
                new Duplicate(Duplicate.Kind.SAME_IMAGE, 1, "1", Split.TRAIN, 2, "2", Split.TEST),
                new Duplicate(Duplicate.Kind.NEAR_TEXT, 1, "1", Split.TRAIN, 3, "3", Split.TEST),
                new Duplicate(Duplicate.Kind.SAME_TEXT, 2, "2", Split.TEST, 5, "5", Split.TEST),
                new Duplicate(Duplicate.Kind.NEAR_IMAGE, 3, "3", Split.TEST, 4, "4", Split.TEST));
        assertThat(found.total()).isEqualTo(4);
        assertThat(found.straddling()).isEqualTo(2);
        assertThat(project.duplicates().find(4).total()).isEqualTo(1);
    }

    @Test
    void actsOfOtherProgramsAreKeptOnce() {
        apply(Set.of(), pair("1", "a", Split.TRAIN, Map.of(), "h1"));
        var at = Instant.parse("2026-01-02T03:04:05Z");
        var acts = List.of(
                new OutsideAct(1, "ada", new Act.Label(Map.of("sentiment", "positive")), at,
                        Circumstances.seen(null, Duration.ofSeconds(3)), true),
                new OutsideAct(1, "bo", new Act.Skip(), null, Circumstances.NONE, false),
                new OutsideAct(1, "bo", new Act.Comment("hm"), null, Circumstances.NONE, false));
        assertThat(project.annotations().addOutside(acts)).isEqualTo(3);
        assertThat(project.annotations().addOutside(acts)).isZero();
        assertThat(project.annotations().labelsByAnnotator(1))
                .isEqualTo(Map.of("ada", Map.of("sentiment", "positive")));
        assertThat(project.annotations().history(1).getFirst().at()).isEqualTo(at);
        var outside = project.checkpoints().addOutside("v1");
        assertThat(project.checkpoints().addOutside("v1")).isEqualTo(outside);
        assertThat(project.checkpoints().list()).isEmpty();
        assertThat(project.checkpoints().outside()).isEqualTo(Map.of(outside, "v1"));
    }
}
