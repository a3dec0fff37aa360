package org.askance.app.train;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.askance.app.report.EvaluationReport;
import org.askance.app.text.Strings;
import org.askance.app.train.CheckpointsViewModel.Shown;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.Message;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.run.Checkpoint;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the chosen checkpoints evaluated to: verdict, figures, confusion and calibration, a card for each task.
/// FX thread.
final class ComparisonPane extends VBox {

    private final CheckpointsViewModel model;
    private final Strings strings;
    private final Label saved = new WrappingLabel("");

    ComparisonPane(CheckpointsViewModel model, Strings strings) {
        super(14);
        this.model = model;
        this.strings = strings;
        getStyleClass().add("comparison");
        saved.getStyleClass().add("about");
        model.shown().subscribe(this::render);
        model.savedReport().subscribe(file -> saved.setText(file == null
                ? ""
                : strings.get("train.report.saved", file)));
    }

    private void render(Shown shown) {
        getChildren().setAll(switch (shown) {
            case Shown.Nothing() -> List.of(new Message(Feather.COLUMNS, strings.get("train.choose"),
                    strings.get("train.choose.how")));
            case Shown.Unevaluated(List<Checkpoint> _) -> List.of(new Message(Feather.HELP_CIRCLE,
                    strings.get("train.unevaluated"), strings.get("train.unevaluated.how"))
                    .with(evaluate("train.evaluate.chosen")));
            case Shown.Evaluated(List<Checkpoint> chosen, EvaluationReport report, boolean outdated) ->
                evaluated(chosen, report, outdated);
        });
    }

    private List<Node> evaluated(List<Checkpoint> chosen, EvaluationReport report, boolean outdated) {
        var all = new java.util.ArrayList<Node>();
        all.add(heading(report));
        all.add(buttons(chosen.getLast(), report));
        saved.managedProperty().bind(saved.textProperty().isNotEmpty());
        all.add(saved);
        if (outdated) {
            all.add(new Banner(Feather.CLOCK, "warning", strings.get("train.outdated"),
                    evaluate("train.evaluate.again")));
        }
        if (report.evaluation().byTask().isEmpty()) {
            all.add(new Banner(Feather.INFO, "warning", strings.get("train.unlabelled")));
        }
        for (var task : report.evaluation().byTask().keySet()) {
            all.add(new TaskCard(report, task, strings));
        }
        return all;
    }

    private Label heading(EvaluationReport report) {
        var about = report.evaluation().about();
        String split = strings.get("split." + about.split().key());
        var older = report.older();
        var heading = new WrappingLabel(older == null
                ? strings.get("train.details", about.name(), split, about.pairs(), about.unreadable())
                : strings.get("train.comparison", about.name(), older.about().name(), split, about.pairs(),
                        about.unreadable()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private Node buttons(Checkpoint newer, EvaluationReport report) {
        var halves = button("train.measure", Feather.DIVIDE_CIRCLE, "train-measure");
        halves.disableProperty().bind(model.busy());
        halves.setOnAction(_ -> model.measureBaselines());
        var save = button("train.report.save", Feather.SAVE, "train-report");
        save.setOnAction(_ -> save(report));
        var current = button("train.make.current.of", Feather.CHECK, "train-current");
        current.setText(strings.get("train.make.current.of", newer.name()));
        current.setDisable(newer.current());
        current.setOnAction(_ -> model.makeCurrent(newer));
        var row = new FlowPane(8, 8, current, save);
        if (report.baselines() == null) {
            row.getChildren().add(halves);
        }
        return row;
    }

    private Button button(String key, Feather icon, String id) {
        var button = new Button(strings.get(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button evaluate(String key) {
        var button = button(key, Feather.PLAY, "train-evaluate-chosen");
        button.disableProperty().bind(model.busy());
        button.setOnAction(_ -> model.evaluateChosen());
        return button;
    }

    private void save(EvaluationReport report) {
        Choosers.newFile(getScene().getWindow(), strings.get("train.report.save"),
                report.evaluation().about().name() + ".md",
                List.of(new FileChooser.ExtensionFilter(strings.get("train.report.markdown"), "*.md"),
                        new FileChooser.ExtensionFilter(strings.get("train.report.json"), "*.json")))
                .ifPresent(model::saveReport);
    }
}
