package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which duplicates a move to another split would put apart.
class SplitMovesTest {

    private static final long LOOK = 0x0f0f_3c3c_5a5a_9696L;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("p"), "p");
        long source = project.imports().begin(Path.of("/twins.csv"), Format.TABLE, "hash", null);
        project.imports().apply(List.of(pair("rain", "Lovely weather again", Split.TRAIN, "h1"),
                pair("rain too", "lovely weather, AGAIN", Split.TRAIN, "h2"),
                pair("late", "The train is late", Split.TRAIN, "h3"),
                pair("late, measured", "The train is late", Split.TEST, "h4"),
                pair("lunch", "Lunch", Split.TEST, "h5"), pair("no split", "Supper", Split.NONE, "h5")), source,
                Set.of(), new BitSet());
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static ImportRepository.Looked pair(String key, String text, Split split, String hash) {
        return new ImportRepository.Looked(new NewExample(key, text, null, Path.of("/pictures/" + key + ".jpg"), split,
                Map.of(), hash, null), null);
    }

    private List<Duplicate> apart(Split to, long... examples) {
        var found = project.duplicates().apart(examples, to);
        assertThat(found.total()).isEqualTo(found.listed().size()).isEqualTo(found.straddling());
        return found.listed();
    }

    @Test
    void textsThatTheMovePutsApartAreNamed() {
        // Those about the train were apart before.
        assertThat(apart(Split.VALIDATION, 1, 3)).containsExactly(new Duplicate(Duplicate.Kind.NEAR_TEXT, 1, "rain",
                Split.VALIDATION, 2, "rain too", Split.TRAIN));
        assertThat(apart(Split.VALIDATION, 1, 2)).isEmpty();
        assertThat(apart(Split.NONE, 1)).isEmpty();
        assertThat(apart(Split.TEST)).isEmpty();
    }

    @Test
    void onePairWithoutASplitMayComeIntoAnotherThanItsTwins() {
        assertThat(apart(Split.TRAIN, 6)).extracting(Duplicate::kind, Duplicate::first, Duplicate::second)
                .containsExactly(tuple(Duplicate.Kind.SAME_IMAGE, "no split", "lunch"));
        assertThat(apart(Split.TEST, 6)).isEmpty();
        assertThat(apart(Split.TRAIN, 5)).isEmpty();
    }

    @Test
    void picturesThatLookAlikeCountToo() {
        project.duplicates().save(Map.of(1L, OptionalLong.of(LOOK), 3L, OptionalLong.of(LOOK ^ 0b101), 4L,
                OptionalLong.of(LOOK), 5L, OptionalLong.of(LOOK ^ 0b1)), Map.of());
        assertThat(apart(Split.VALIDATION, 1)).extracting(Duplicate::kind, Duplicate::second).containsExactly(
                tuple(Duplicate.Kind.NEAR_TEXT, "rain too"), tuple(Duplicate.Kind.NEAR_IMAGE, "late"));
        assertThat(apart(Split.TRAIN, 4)).extracting(Duplicate::kind, Duplicate::second).containsExactly(
                tuple(Duplicate.Kind.NEAR_IMAGE, "lunch"));
    }
}
