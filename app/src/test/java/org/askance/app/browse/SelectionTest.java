package org.askance.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final Selection selection = new Selection();

    @BeforeEach
    void find() {
        selection.follow(new long[]{10, 20, 30, 40, 50});
    }

    @Test
    void rangesBeginWhereOneStoodAndReplaceWhatWasSelectedUnlessAdding() {
        selection.only(1);
        selection.extend(3, false);
        assertThat(selection.ids()).containsExactly(20, 30, 40);
        selection.extend(0, false);
        assertThat(selection.ids()).containsExactly(10, 20);
        selection.toggle(4);
        selection.extend(3, true);
        assertThat(selection.ids()).containsExactly(10, 20, 40, 50);
        assertThat(selection.count()).isEqualTo(4);
        assertThat(selection.here()).isEqualTo(40);
    }

    @Test
    void movingSelectsNothingAndStopsAtTheEnds() {
        selection.toggle(2);
        selection.go(9);
        assertThat(selection.cursor()).isEqualTo(4);
        selection.go(-3);
        assertThat(selection.cursor()).isZero();
        assertThat(selection.ids()).containsExactly(30);
        selection.toggle(2);
        assertThat(selection.count()).isZero();
    }

    @Test
    void whatIsStillFoundStaysSelectedAndSoDoesTheCursor() {
        selection.all();
        selection.go(3);
        assertThat(selection.follow(new long[]{5, 20, 40, 60})).isEqualTo(3);
        assertThat(selection.ids()).containsExactly(20, 40);
        assertThat(selection.here()).isEqualTo(40);
        // In the place of the one that is gone.
        assertThat(selection.follow(new long[]{5, 60})).isEqualTo(2);
        assertThat(selection.here()).isEqualTo(60);
        assertThat(selection.follow(new long[0])).isZero();
        assertThat(selection.cursor()).isEqualTo(Selection.NOWHERE);
    }

    @Test
    void aMillionAreSelectedAndFollowed() {
        long[] million = LongStream.range(0, 1_000_000).toArray();
        selection.follow(million);
        selection.all();
        assertThat(selection.count()).isEqualTo(1_000_000);
        assertThat(selection.follow(LongStream.of(million).filter(id -> id % 3 == 0).toArray())).isEqualTo(666_666);
        assertThat(selection.ids()).hasSize(333_334).endsWith(999_999);
    }
}
