package org.askance.app.progress;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.progress.ProgressViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Message;
import org.kordamp.ikonli.feather.Feather;

/// Today, the week, each day, times and pace, in sentences; and who sees them. FX thread.
final class FiguresPane extends ScrollPane {

    private final ProgressViewModel model;
    private final Strings strings;
    private final Sentences sentences;

    FiguresPane(ProgressViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        this.sentences = new Sentences(strings);
        setId("progress-figures");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.state().subscribe(this::render);
    }

    private void render(State state) {
        double at = getVvalue();
        // A message stands in the middle; figures that were fitted would be cut instead of scrolled.
        setFitToHeight(!(state instanceof State.Shown));
        setContent(switch (state) {
            case State.Busy() -> new VBox(new ProgressIndicator());
            case State.Unavailable() -> new Message(Feather.ALERT_TRIANGLE, strings.get("progress.unavailable"), "")
                    .with(retry());
            case State.Shown(var report) -> figures(report);
        });
        setVvalue(at);
    }

    private Node retry() {
        var retry = new Button(strings.get("action.retry"));
        retry.setOnAction(_ -> model.refresh());
        return retry;
    }

    private Node figures(Report report) {
        var today = List.of(report.today());
        var grid = new GridPane(16, 8);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, words);
        line(grid, "progress.goal", sentences.goal(report));
        line(grid, "progress.today", sentences.sum(today));
        line(grid, "progress.week", sentences.sum(report.week()));
        line(grid, "progress.pace.title", sentences.pace(report.pace()));
        line(grid, "progress.times.today", sentences.times(today));
        line(grid, "progress.times.week", sentences.times(report.week()));
        var how = wrapped(strings.get("progress.how"));
        how.getStyleClass().add("about");
        var promise = wrapped(strings.get("progress.promise"));
        promise.setId("progress-promise");
        promise.getStyleClass().add("about");
        var days = new Label(strings.get("progress.days", report.days().size()));
        days.getStyleClass().add("progress-title");
        var all = new VBox(14, grid, days, new DayChart(report.days(), strings), how, promise);
        all.getStyleClass().add("progress-tab");
        return all;
    }

    private void line(GridPane grid, String key, String sentence) {
        var name = new Label(strings.get(key));
        name.getStyleClass().add("progress-title");
        GridPane.setValignment(name, VPos.TOP);
        var words = wrapped(sentence);
        words.setId(key.replace('.', '-'));
        grid.addRow(grid.getRowCount(), name, words);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
