package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences that quote people wrap in a real window at any width.
class WrappingLabelTest {

    private static final String LONG = "The file /home/me/صور جميلة من المدينة القديمة/يوم الجمعة في السوق.csv cannot be"
            + " read 😂: ملف غير صالح على الإطلاق. Choose another one.";

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG, "يا له من يوم جميل في المدينة القديمة",
            "plain words and an end to them, after a while",
            "three ☀️ pictures ☀️ of ☀️ the sun, and more words than one line holds"})
    void itIsAsHighAsItsLines(String text) {
        for (int width = 120; width < 500; width += 20) {
            int widthPx = width;
            double[] sizes = Fx.call(() -> {
                var label = new WrappingLabel(text);
                var box = new VBox(label);
                var scene = new Scene(box, widthPx, 400);
                box.applyCss();
                box.layout();
                assertThat(scene.snapshot(null)).isNotNull();
                return new double[]{label.getWidth(), label.getHeight(), label.prefHeight(1000)};
            });
            assertThat(sizes[0]).isLessThanOrEqualTo(width);
            assertThat(sizes[1]).isGreaterThanOrEqualTo(sizes[2]);
        }
    }

    @Test
    void itLooksLikeAnyOtherLabel() {
        var stage = Fx.call(() -> {
            var box = new VBox(12, new WrappingLabel(LONG), new WrappingLabel("☀️ " + "no other, the usual ".repeat(9)),
                    new Label("A usual label"), new WrappingLabel("short שלום"));
            box.setStyle("-fx-padding: 20");
            var shown = new Stage();
            shown.setScene(new Scene(box, 420, 320));
            shown.show();
            return shown;
        });
        Fx.bothThemes(stage.getScene(), "wrapping-label");
        Fx.run(() -> {
            var first = (WrappingLabel) ((VBox) stage.getScene().getRoot()).getChildren().getFirst();
            assertThat(first.getHeight()).isGreaterThan(2 * first.getFont().getSize());
            // Another text takes its place.
            first.setText("short");
            assertThat(first.getGraphic()).isNull();
            stage.close();
        });
    }
}
