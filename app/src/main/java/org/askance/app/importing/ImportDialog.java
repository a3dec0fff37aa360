package org.askance.app.importing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Notices;
import org.askance.app.work.ImportChoices;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.ImportReport;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.ColumnMapping;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.Preview;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.jspecify.annotations.Nullable;

/// Chooses a source, shows what it holds, lets columns be mapped, and imports. FX thread.
public final class ImportDialog {

    private static final int ROWS_SHOWN = 20;
    private static final int PROBLEMS_SHOWN = 500;

    /// What was found at the place chosen.
    private record Found(Sources.Guess guess, Preview preview, List<TaskDefinition> tasks) {}

    private final Stage owner;
    private final Strings strings;
    private final Jobs jobs;
    private final Workspace workspace;
    private final Consumer<ImportReport> imported;
    private final Notices notices;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType importType;
    private final VBox content = new VBox(14);
    private final CheckBox divide = new CheckBox();
    private final Map<String, ComboBox<String>> mapping = new HashMap<>();
    private @Nullable Found found;

    public ImportDialog(Stage owner, Strings strings, Jobs jobs, Workspace workspace,
            Consumer<ImportReport> imported, Notices notices) {
        this.owner = owner;
        this.strings = strings;
        this.jobs = jobs;
        this.workspace = workspace;
        this.imported = imported;
        this.notices = notices;
        this.importType = new ButtonType(strings.get("action.import"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("import.title"));
        dialog.setHeaderText(strings.get("import.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(importType, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefSize(760, 560);
        dialog.getDialogPane().lookupButton(importType).setDisable(true);
        divide.setText(strings.get("import.divide"));
        divide.setWrapText(true);
        divide.setSelected(true);
        content.getChildren().setAll(choice());
    }

    /// Shows it; the import begins when it is confirmed.
    public void show() {
        dialog.resultProperty().subscribe(result -> {
            if (result == importType) {
                start();
            }
        });
        dialog.show();
    }

    private Node choice() {
        var folder = new Button(strings.get("import.choose.folder"));
        folder.setOnAction(_ -> {
            var chooser = new DirectoryChooser();
            look(chooser.showDialog(owner));
        });
        var file = new Button(strings.get("import.choose.file"));
        file.setOnAction(_ -> {
            var chooser = new FileChooser();
            look(chooser.showOpenDialog(owner));
        });
        return new HBox(10, folder, file);
    }

    private void look(@Nullable File chosen) {
        if (chosen != null) {
            look(chosen.toPath());
        }
    }

    /// Looks at a place as if it had been chosen.
    public void look(Path path) {
        jobs.quietly(_ -> {
            var guess = Sources.guess(path);
            var tasks = workspace.project().tasks().list();
            return new Found(guess, Sources.preview(guess, tasks, SourceOptions.USUAL, ROWS_SHOWN), tasks);
        }, this::render, () -> {});
    }

    private void render(Found now) {
        found = now;
        var path = new Label(now.guess.path().toString());
        path.setWrapText(true);
        content.getChildren().setAll(choice(), path);
        var guess = now.preview.mapping();
        if (guess == null) {
            content.getChildren().add(new Label(now.guess.format().title() + "  ·  " + now.guess.why()));
        } else {
            content.getChildren().add(mapping(now, now.preview, guess));
        }
        content.getChildren().add(preview(now.preview));
        content.getChildren().add(divide);
        dialog.getDialogPane().lookupButton(importType).setDisable(false);
    }

    private Node mapping(Found now, Preview preview, ColumnMapping guess) {
        var grid = new GridPane(10, 8);
        mapping.clear();
        int row = 0;
        row = column(grid, row, "text", strings.get("import.text"), preview, guess.text());
        row = column(grid, row, "knowledge", strings.get("import.knowledge"), preview, guess.knowledge());
        row = column(grid, row, "image", strings.get("import.image"), preview, guess.image());
        row = column(grid, row, "id", strings.get("import.id"), preview, guess.id());
        row = column(grid, row, "split", strings.get("import.split"), preview, guess.split());
        for (var task : now.tasks) {
            row = column(grid, row, "task." + task.name(), strings.getOr("task." + task.name(), task.name()), preview,
                    guess.tasks().get(task.name()));
        }
        return grid;
    }

    private int column(GridPane grid, int row, String key, String name, Preview preview,
            @Nullable String guess) {
        String none = strings.get("import.column.none");
        var box = new ComboBox<>(FXCollections.observableArrayList(
                Stream.concat(Stream.of(none), preview.columns().stream()).toList()));
        box.setValue(guess == null ? none : guess);
        box.setId("map-" + key);
        mapping.put(key, box);
        var label = new Label(name);
        label.setLabelFor(box);
        grid.add(label, 2 * (row / 3), row % 3);
        grid.add(box, 2 * (row / 3) + 1, row % 3);
        return row + 1;
    }

    private Node preview(Preview preview) {
        var table = new TableView<>(FXCollections.observableArrayList(preview.rows()));
        for (int i = 0; i < preview.columns().size(); i++) {
            int at = i;
            var column = new TableColumn<List<String>, String>(preview.columns().get(i));
            column.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyStringWrapper(
                    cell.getValue().get(at).replaceAll("\\s+", " ")));
            column.setPrefWidth(140);
            table.getColumns().add(column);
        }
        var encoding = preview.encoding();
        var title = new Label(strings.get("import.preview") + "  ·  "
                + (encoding == null ? "" : strings.get("import.encoding", encoding.displayName())));
        title.getStyleClass().add("about");
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        return new VBox(6, title, table);
    }

    private void start() {
        var now = found;
        if (now == null) {
            return;
        }
        var chosen = now.preview.mapping() == null ? null : chosen(now);
        boolean dividing = divide.isSelected();
        jobs.start(strings.get("import.working"), progress -> new ImportExamples(workspace.project(),
                source(now, chosen), origin(now, chosen), ImportChoices.USUAL.withDivide(dividing)).run(progress),
                result -> {
                    imported.accept(result);
                    problems(result);
                }, () -> {});
    }

    private static ExampleSource source(Found found, @Nullable ColumnMapping chosen) throws IOException {
        return Sources.open(found.guess, found.tasks, SourceOptions.USUAL.withMapping(chosen));
    }

    private static ImportExamples.Origin origin(Found found, @Nullable ColumnMapping chosen) throws IOException {
        return new ImportExamples.Origin(found.guess.path(), Sources.files(found.guess),
                chosen == null ? null : chosen.json());
    }

    private ColumnMapping chosen(Found now) {
        var tasks = new HashMap<String, String>();
        for (var task : now.tasks) {
            var column = chosen("task." + task.name());
            if (column != null) {
                tasks.put(task.name(), column);
            }
        }
        String text = chosen("text");
        return new ColumnMapping(chosen("id"), text == null ? "" : text, chosen("knowledge"), chosen("image"),
                chosen("split"), tasks);
    }

    private @Nullable String chosen(String key) {
        var box = mapping.get(key);
        String value = box == null ? null : box.getValue();
        return value == null || value.equals(strings.get("import.column.none")) ? null : value;
    }

    private void problems(ImportReport result) {
        var lines = new ArrayList<String>();
        result.problems().first().stream().limit(PROBLEMS_SHOWN).map(RowProblem::sentence).forEach(lines::add);
        result.unusable().first().stream().limit(PROBLEMS_SHOWN).forEach(lines::add);
        if (!lines.isEmpty()) {
            notices.text(strings.get("import.problems"), String.join("\n", lines));
        }
    }
}
