package org.askance.app.annotate.explain;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.askance.app.annotate.explain.ExplanationViewModel.State;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.text.Strings;
import org.askance.app.ui.Named;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.model.told.Told;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why the network thinks so, beside the picture: which view, its legend, and the words shaded. FX thread.
public final class ExplanationPane extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double LEGEND_HEIGHT = 10;
    private static final int LEGEND_STEPS = 8;

    private final ExplanationViewModel model;
    private final Strings strings;
    private final KeyNames names;

    public ExplanationPane(ExplanationViewModel model, Strings strings) {
        super(10);
        this.model = model;
        this.strings = strings;
        names = new KeyNames(strings);
        setId("explanation");
        getStyleClass().addAll("card", "explanation");
        model.state().subscribe(this::render);
    }

    private void render(State state) {
        setVisible(!(state instanceof State.Closed));
        switch (state) {
            case State.Closed() -> getChildren().clear();
            case State.Working() -> getChildren().setAll(working());
            case State.Refused(boolean hidden) -> say(strings.get(hidden ? "explain.hidden" : "explain.nopicture"));
            case State.Unreadable(Told told) -> say(told.in(strings::told));
            case State.Shown shown -> getChildren().setAll(head(shown), how(shown), legend(shown), strength(),
                    tokens(shown));
        }
    }

    private void say(String sentence) {
        var label = wrapped(sentence);
        HBox.setHgrow(label, Priority.ALWAYS);
        var line = new HBox(8, label, close());
        getChildren().setAll(line);
    }

    private Node working() {
        var spinner = new ProgressIndicator();
        spinner.setPrefSize(20, 20);
        var stop = new Button(strings.get("action.cancel"));
        stop.setId("explain-cancel");
        stop.setFocusTraversable(false);
        stop.setOnAction(_ -> model.close());
        var says = new Label(strings.get("explain.working"));
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(10, spinner, says, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button close() {
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(strings.get("action.close"));
        close.setFocusTraversable(false);
        close.setOnAction(_ -> model.close());
        return close;
    }

    private Node head(State.Shown shown) {
        var box = new ComboBox<Reading>();
        box.setId("explain-reading");
        box.setAccessibleText(strings.get("explain.view"));
        box.getItems().setAll(shown.readings());
        box.setConverter(new Named<>(reading -> title(reading, shown)));
        box.setValue(shown.reading());
        box.setFocusTraversable(false);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(_ -> model.read(box.getValue()));
        var line = new HBox(8, box, close());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String title(Reading reading, State.Shown shown) {
        return switch (reading) {
            case Reading.Hiding hiding -> strings.get("explain.hiding", names.task(hiding.task()),
                    label(hiding, shown));
            case Reading.Rollout() -> strings.get("explain.rollout");
            case Reading.Mean() -> strings.get("explain.mean");
            case Reading.Layer(int number) -> strings.get("explain.layer", number);
        };
    }

    private String label(Reading.Hiding hiding, State.Shown shown) {
        return shown.tasks().stream().filter(task -> task.name().equals(hiding.task()))
                .filter(task -> hiding.label() < task.labels().size())
                .map(task -> names.label(task.labels().get(hiding.label()).name())).findFirst().orElse("");
    }

    private Node how(State.Shown shown) {
        return wrapped(switch (shown.reading()) {
            case Reading.Hiding hiding -> strings.get("explain.hiding.how", label(hiding, shown));
            case Reading.Rollout() -> strings.get("explain.rollout.how");
            case Reading.Mean() -> strings.get("explain.mean.how");
            case Reading.Layer(int _) -> strings.get("explain.layer.how");
        });
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        label.getStyleClass().add("about");
        return label;
    }

    private Node legend(State.Shown shown) {
        var scale = shown.reading().scale();
        boolean both = scale == ColourScale.AGAINST_AND_FOR;
        var strip = new HBox();
        strip.getStyleClass().add("legend");
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double share = (i + 0.5) / LEGEND_STEPS;
            var patch = new Region();
            patch.setMinHeight(LEGEND_HEIGHT);
            patch.setPrefHeight(LEGEND_HEIGHT);
            patch.setStyle("-fx-background-color: " + css(scale.at(both ? 2 * share - 1 : share)) + ";");
            HBox.setHgrow(patch, Priority.ALWAYS);
            strip.getChildren().add(patch);
        }
        HBox.setHgrow(strip, Priority.ALWAYS);
        var low = new Label(strings.get(both ? "explain.against" : "explain.less"));
        var high = new Label(strings.get(both ? "explain.for" : "explain.more"));
        for (var end : new Label[]{low, high}) {
            end.getStyleClass().add("about");
            end.setMinWidth(Region.USE_PREF_SIZE);
        }
        var line = new HBox(8, low, strip, high);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String css(Color colour) {
        return "#%02x%02x%02x%02x".formatted(Math.round(255 * colour.getRed()), Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()), Math.round(255 * colour.getOpacity()));
    }

    private Node strength() {
        var slider = new Slider(0, 1, model.opacity().get());
        slider.valueProperty().bindBidirectional(model.opacity());
        slider.setId("explain-opacity");
        slider.setFocusTraversable(false);
        slider.setAccessibleText(strings.get("explain.opacity"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        var name = new Label(strings.get("explain.opacity"));
        name.getStyleClass().add("about");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, name, slider);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node tokens(State.Shown shown) {
        var tokens = shown.explanation().tokens();
        var words = Reading.words(tokens);
        float[] weights = shown.reading().tokens(shown.explanation());
        var flow = new FlowPane(3, 4);
        flow.getStyleClass().add("tokens");
        flow.setNodeOrientation(TweetText.isRightToLeft(String.join(" ", words))
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT);
        for (int i = 0; i < words.size(); i++) {
            int token = i;
            var word = new Button(words.get(i).isEmpty() ? "·" : words.get(i));
            word.getStyleClass().add("token");
            word.setMnemonicParsing(false);
            word.setFocusTraversable(false);
            word.pseudoClassStateChanged(CHOSEN, i == shown.token());
            var colour = shown.reading().scale().at(i < weights.length ? weights[i] : 0);
            // The shade lies under the word as a strong line and a weak ground: any text colour stays readable on it.
            word.setStyle("-fx-background-color: " + css(colour) + ", "
                    + css(colour.deriveColor(0, 1, 1, 0.35)) + ";");
            word.setOnAction(_ -> model.look(token));
            word.setAccessibleText(words.get(i) + " "
                    + Math.round(100 * (i < weights.length ? weights[i] : 0)) + " %");
            flow.getChildren().add(word);
        }
        return flow;
    }
}
