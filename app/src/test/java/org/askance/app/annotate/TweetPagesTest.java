package org.askance.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.askance.app.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The next tweet is laid out behind the one that is read, and is then only turned to.
class TweetPagesTest {

    private static final double WIDTH = 300;
    private static final String NEXT = "the next one, which is so long that it takes more than a line: #love 😂";

    private TweetPages pages;
    private StackPane root;

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        pages = Fx.call(TweetPages::new);
        root = Fx.call(() -> new StackPane(pages));
        Fx.run(() -> {
            root.setStyle("-fx-font-size: 13px;");
            var _ = new Scene(root, WIDTH, 200);
            pages.show("one");
            layOut();
        });
    }

    private void layOut() {
        root.applyCss();
        root.layout();
    }

    private TextFlow seen() {
        return pages.getChildren().stream().filter(page -> page.isVisible()).map(TextFlow.class::cast).findAny()
                .orElseThrow();
    }

    private TextFlow unseen() {
        return pages.getChildren().stream().filter(page -> !page.isVisible()).map(TextFlow.class::cast).findAny()
                .orElseThrow();
    }

    private static double letters(TextFlow page) {
        return ((Text) page.getChildren().getFirst()).getFont().getSize();
    }

    @Test
    void whatWasMadeReadyIsTurnedTo() {
        Fx.run(() -> {
            pages.prepare(NEXT);
            var next = unseen();
            assertThat(next.getWidth()).isEqualTo(WIDTH);
            assertThat(next.getHeight()).isGreaterThan(2 * seen().getHeight() - 2);
            assertThat(letters(next)).isEqualTo(letters(seen()));
            double ready = next.getHeight();

            assertThat(pages.show(NEXT)).isTrue();
            assertThat(seen()).isSameAs(next);
            layOut();
            assertThat(next.getHeight()).isEqualTo(ready);
            assertThat(pages.prefHeight(WIDTH)).isEqualTo(ready);
        });
    }

    @Test
    void itTakesOverWhatChangedMeanwhile() {
        Fx.run(() -> {
            pages.prepare(NEXT);
            root.setStyle("-fx-font-size: 26px;");
            layOut();
            pages.show(NEXT);
            layOut();
            assertThat(letters(seen())).isEqualTo(26);
            assertThat(seen().getHeight()).isGreaterThan(60);
        });
    }

    @Test
    void anotherOneThanWasMadeReadyIsShownAsWell() {
        Fx.run(() -> {
            pages.prepare(NEXT);
            assertThat(pages.show("quite another")).isTrue();
            assertThat(pages.show("quite another")).isFalse();
            layOut();
            assertThat(seen().getAccessibleText()).isEqualTo("quite another");
            assertThat(unseen().getAccessibleText()).isEqualTo(NEXT);
        });
    }
}
