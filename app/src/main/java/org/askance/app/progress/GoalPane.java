package org.askance.app.progress;

import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Named;
import org.jspecify.annotations.Nullable;

/// Chooses what one wants to reach: pairs or minutes a day, or all that a query finds, by a day if one likes. FX
/// thread.
final class GoalPane extends VBox {

    /// What is aimed at, before it has a number.
    private enum Kind {
        NONE("goal.kind.none"), PAIRS("goal.kind.pairs"), MINUTES("goal.kind.minutes"), WHOLE("goal.kind.whole");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    private static final int MOST = 100_000;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int USUAL_PAIRS = 100;
    private static final int USUAL_MINUTES = 60;

    private final ProgressViewModel model;
    private final Strings strings;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final Spinner<Integer> pairs = new Spinner<>(1, MOST, USUAL_PAIRS, 10);
    private final Spinner<Integer> minutes = new Spinner<>(1, MOST_MINUTES, USUAL_MINUTES, 5);
    private final TextField query = new TextField();
    private final DatePicker by = new DatePicker();
    private final Label said = new Label();

    GoalPane(ProgressViewModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        kind.setId("goal-kind");
        kind.getItems().setAll(Kind.values());
        kind.setConverter(new Named<>(of -> strings.get(of.key)));
        var title = new Label(strings.get("goal.title"));
        title.getStyleClass().add("progress-title");
        title.setLabelFor(kind);
        pairs.setId("goal-pairs");
        minutes.setId("goal-minutes");
        for (var spinner : java.util.List.of(pairs, minutes)) {
            spinner.setEditable(true);
            spinner.setPrefWidth(130);
            spinner.setAccessibleText(strings.get("goal.number"));
        }
        query.setId("goal-query");
        query.setPromptText(strings.get("goal.query"));
        query.setAccessibleText(strings.get("goal.query"));
        query.setPrefColumnCount(20);
        by.setId("goal-by");
        by.setPromptText(strings.get("goal.by"));
        by.getEditor().setAccessibleText(strings.get("goal.by"));
        by.setPrefWidth(170);
        var aim = new Button(strings.get("goal.aim"));
        aim.setId("goal-aim");
        aim.setMinWidth(Region.USE_PREF_SIZE);
        aim.setOnAction(_ -> aim());
        kind.valueProperty().subscribe(of -> {
            only(pairs, of == Kind.PAIRS);
            only(minutes, of == Kind.MINUTES);
            only(query, of == Kind.WHOLE);
            only(by, of == Kind.WHOLE);
            said.setText("");
        });
        kind.setValue(Kind.NONE);
        said.setId("goal-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var line = new FlowPane(10, 8, kind, pairs, minutes, query, by, aim);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, line, said);
    }

    private static void only(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    /// Shows the goal as it is.
    void load() {
        said.setText("");
        switch (model.goal()) {
            case Goal.None() -> kind.setValue(Kind.NONE);
            case Goal.Pairs(int a) -> {
                kind.setValue(Kind.PAIRS);
                pairs.getValueFactory().setValue(a);
            }
            case Goal.Minutes(int a) -> {
                kind.setValue(Kind.MINUTES);
                minutes.getValueFactory().setValue(a);
            }
            case Goal.Whole(String of, var day) -> {
                kind.setValue(Kind.WHOLE);
                query.setText(of);
                by.setValue(day);
            }
        }
    }

    private void aim() {
        said.getStyleClass().remove("trouble");
        model.aim(chosen(), () -> said.setText(strings.get("goal.aimed")), problem -> {
            said.getStyleClass().add("trouble");
            said.setText(problem.told().in(strings::told));
        });
    }

    private Goal chosen() {
        // What was typed counts without Enter.
        pairs.commitValue();
        minutes.commitValue();
        return switch (kind.getValue()) {
            case NONE -> new Goal.None();
            case PAIRS -> new Goal.Pairs(pairs.getValue());
            case MINUTES -> new Goal.Minutes(minutes.getValue());
            case WHOLE -> new Goal.Whole(query.getText().strip(), day());
        };
    }

    private @Nullable LocalDate day() {
        return by.getValue();
    }
}
