package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.askance.app.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A tweet is laid out at any width that a word fits in, whichever way it runs.
class TweetTextTest {

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @Test
    void aWordWithoutEndBreaksWhereItMay() {
        for (int width = 170; width < 420; width += 7) {
            int widthPx = width;
            Fx.run(() -> {
                var flow = new TextFlow();
                TweetText.show(flow, "طقس".repeat(60), 17);
                var scene = new Scene(new Group(flow));
                flow.resize(widthPx, flow.prefHeight(widthPx));
                flow.layout();
                assertThat(scene.snapshot(null)).isNotNull();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"يا له من يوم جميل", "مرحبا بالعالم، كم هو جميل هذا الطقس! #طقس 🌧️",
            "I love יום יפה מאוד היום really", "שלום עולם\nמה שלומך  היום", "plain words, and an end"})
    void itIsLaidOutAtAnyWidth(String tweet) {
        for (int width = 90; width < 420; width += 3) {
            int widthPx = width;
            double height = Fx.call(() -> {
                var flow = new TextFlow();
                TweetText.show(flow, tweet, 17);
                TweetText.append(flow, tweet, 17, List.of("words"));
                var _ = new Scene(new Group(flow));
                flow.resize(widthPx, flow.prefHeight(widthPx));
                flow.layout();
                return flow.getChildren().getLast().getBoundsInParent().getMaxY();
            });
            assertThat(height).isPositive();
        }
    }

    /// At the size of the pair's text, and of a card's.
    @ParameterizedTest
    @ValueSource(doubles = {19, 13})
    void linesWithEmojiAreAsHighAsOthers(double px) {
        double plain = height("one line\nanother\nand a third", px);
        assertThat(height("one line\nanother 😂\nand ☀️ a third", px)).isEqualTo(plain);
    }

    private static double height(String tweet, double px) {
        return Fx.call(() -> {
            var flow = new TextFlow();
            TweetText.show(flow, tweet, 1.26 * px);
            flow.getChildren().forEach(node -> {
                if (node instanceof Text text) {
                    text.setFont(Font.font(px));
                }
            });
            var _ = new Scene(new Group(flow));
            return flow.prefHeight(600);
        });
    }
}
