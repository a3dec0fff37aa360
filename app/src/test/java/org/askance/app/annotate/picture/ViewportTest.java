package org.askance.app.annotate.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {

    private static final Viewport WIDE = Viewport.fitted(800, 600, 1600, 800, 0);

    @Test
    void aPictureIsFittedIntoTheMiddleHoweverItIsTurned() {
        assertThat(WIDE).isEqualTo(new Viewport(800, 600, 1600, 800, 0, 1, 0, 100));
        assertThat(WIDE.scale()).isEqualTo(0.5);
        var turned = Viewport.fitted(800, 600, 1600, 800, -1);
        assertThat(turned).isEqualTo(new Viewport(800, 600, 1600, 800, 3, 1, 250, 0));
        assertThat(turned.shownHeight()).isEqualTo(600);
    }

    @Test
    void whatLiesUnderThePointerStaysThere() {
        var zoomed = WIDE.zoomed(3, 200, 300);
        assertThat(zoomed.scale()).isEqualTo(1.5);
        assertThat((200 - zoomed.x()) / zoomed.shownWidth()).isCloseTo(200 / 800.0, within(1e-9));
        assertThat((300 - zoomed.y()) / zoomed.shownHeight()).isCloseTo(0.5, within(1e-9));
        assertThat(zoomed.zoomed(1 / 3.0, 700, 500)).isEqualTo(WIDE);
    }

    @Test
    void noGapOpensWhileSomethingIsHidden() {
        var zoomed = WIDE.zoomed(4, 400, 300);
        assertThat(zoomed.moved(10_000, 10_000)).extracting(Viewport::x, Viewport::y).containsExactly(0.0, 0.0);
        assertThat(zoomed.moved(-10_000, -10_000)).extracting(Viewport::x, Viewport::y)
                .containsExactly(800 - zoomed.shownWidth(), 600 - zoomed.shownHeight());
        assertThat(WIDE.moved(50, 50)).isEqualTo(WIDE);
    }

    @Test
    void zoomEndsWhereItHelpsNoLonger() {
        assertThat(WIDE.zoomed(1e9, 0, 0).scale()).isEqualTo(16);
        assertThat(WIDE.zoomed(1e-9, 0, 0)).isEqualTo(WIDE);
        assertThat(WIDE.actual().scale()).isEqualTo(1);
        var small = Viewport.fitted(800, 600, 40, 30, 0);
        assertThat(small.scale()).isEqualTo(20);
        assertThat(small.actual()).isEqualTo(new Viewport(800, 600, 40, 30, 0, 0.05, 380, 285));
    }

    @Test
    void anotherFrameOrMorePixelsShowTheSamePart() {
        var zoomed = WIDE.zoomed(4, 300, 300);
        var framed = zoomed.framed(400, 300);
        assertThat((200 - framed.x()) / framed.shownWidth())
                .isCloseTo((400 - zoomed.x()) / zoomed.shownWidth(), within(1e-9));
        var whole = zoomed.resized(6400, 3200);
        assertThat(whole).extracting(Viewport::x, Viewport::y, Viewport::shownWidth)
                .containsExactly(zoomed.x(), zoomed.y(), zoomed.shownWidth());
        assertThat(whole.scale()).isEqualTo(zoomed.scale() / 4);
    }
}
