package org.askance.app.annotate;

import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.askance.app.text.Numbers;
import org.askance.app.ui.EmojiLine;
import org.askance.app.ui.LabelColours;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label that can be answered: its key, its name, and how likely the network holds it. It stays from pair to
/// pair, since making it anew takes longer than a person would wait for.
final class LabelRow extends Button {

    private static final PseudoClass LIKELIEST = PseudoClass.getPseudoClass("likeliest");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double STRIPE_WIDTH = 5;
    private static final double STRIPE_HEIGHT = 20;
    private static final double EMOJI_PX = 17;
    private static final double ASIDE = 18;

    private final String name;
    private final String givenHint;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label figure = new Label();
    private final HBox row;
    private final FontIcon mark = new FontIcon(Feather.BOOKMARK);

    /// Short ones leave their bars in line below each other; where there is little room, words go below each other.
    private static final class Name extends Label {
        private static final double LEAST_EM = 8.1;

        Name(String text) {
            super(text);
            setWrapText(true);
        }

        @Override
        protected double computeMinWidth(double height) {
            return snapSizeX(Arrays.stream(getText().split("\\s+")).mapToDouble(this::width).max().orElse(0));
        }

        private double width(String word) {
            var measured = new Text(word);
            measured.setFont(getFont());
            return Math.ceil(measured.getLayoutBounds().getWidth());
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(snapSizeX(LEAST_EM * getFont().getSize()), super.computePrefWidth(height));
        }
    }

    /// How a label stands.
    ///
    /// @param probability 0 to 1; negative without a prediction
    /// @param given       whether the dataset came with it
    record Standing(double probability, boolean likeliest, boolean chosen, boolean given) {}

    /// @param colour of the label, as `#rrggbb`
    LabelRow(String key, String name, String colour, String givenHint) {
        this.name = name;
        this.givenHint = givenHint;
        getStyleClass().add("label-row");
        setMnemonicParsing(false);
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        // Read by the style sheet: the bar has the label's colour.
        setStyle("-label-colour: " + colour + ";");
        var stripe = LabelColours.swatch(colour, STRIPE_WIDTH, STRIPE_HEIGHT);
        Region text = EmojiLine.isNeeded(name) ? new EmojiLine(name, EMOJI_PX) : new Name(name);
        text.getStyleClass().add("label-name");
        bar.setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        bar.setPrefHeight(8);
        HBox.setHgrow(bar, Priority.ALWAYS);
        figure.getStyleClass().add("figure");
        figure.setAlignment(Pos.CENTER_RIGHT);
        var head = new HBox(6, stripe, cap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(USE_PREF_SIZE);
        row = new HBox(10, head, text, bar, figure, mark);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(widthProperty().subtract(ASIDE));
        // Keys answer; focus stays with the view, so that Space never presses a button.
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// A button asks its graphic how high it is without telling how much room there is.
    @Override
    protected double computePrefHeight(double width) {
        double usual = super.computePrefHeight(width);
        return width < 0
                ? usual
                : Math.max(usual, row.prefHeight(width - ASIDE) + snappedTopInset() + snappedBottomInset());
    }

    void show(Standing standing) {
        bar.setProgress(Math.max(0, standing.probability));
        figure.setText(standing.probability < 0 ? "–" : Numbers.percent(standing.probability));
        mark.setIconCode(standing.chosen ? Feather.CHECK : Feather.BOOKMARK);
        mark.setVisible(standing.chosen || standing.given);
        mark.setAccessibleText(standing.given ? givenHint : "");
        setAccessibleText(name + ", " + figure.getText());
        pseudoClassStateChanged(LIKELIEST, standing.likeliest);
        pseudoClassStateChanged(CHOSEN, standing.chosen);
    }
}
