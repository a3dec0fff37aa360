package org.askance.app.queues;

import java.util.Objects;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.QueryField;
import org.askance.app.ui.SavedQueryMenu;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.jspecify.annotations.Nullable;

/// All queues, one of which is chosen: by arrows and Enter, B for blind. Its looks live in `queues.css`. FX thread.
public final class QueuesDialog {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 720;

    /// Finds what may be typed, and changes what is saved.
    public interface Search extends QueryField.Completer {
        void change(java.util.function.Consumer<org.askance.storage.query.SavedQueries> change);
    }

    private final QueueViewModel model;
    private final Strings strings;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ObservableList<QueueViewModel.Entry> entries = FXCollections.observableArrayList();
    private final ListView<QueueViewModel.Entry> list = new ListView<>(entries);
    private final QueryField search;
    private final SavedQueryMenu saved;
    private final HBox searching;
    private final SeedField seed;
    private final AskedTasks tasks;
    private final SettingsGrid settings;

    public QueuesDialog(Stage owner, QueueViewModel model, Strings strings, Search searchable) {
        this.model = model;
        this.strings = strings;
        search = new QueryField(strings, searchable);
        search.onEnter(this::choose);
        saved = new SavedQueryMenu(strings, search, searchable::change);
        HBox.setHgrow(search, Priority.ALWAYS);
        searching = new HBox(8, search, saved);
        settings = new SettingsGrid(strings, model::settings);
        seed = new SeedField(strings, this::choose);
        tasks = new AskedTasks(strings, this::ask);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("queue.title"));
        dialog.setResizable(true);
        var ask = new ButtonType(strings.get("queue.ask"), ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(ask, ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(QueuesDialog.class.getResource("queues.css")).toExternalForm());
        pane.getStyleClass().add("queues");
        ManualPage.QUEUES.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content());
        var asking = (Button) pane.lookupButton(ask);
        asking.setId("queue-ask");
        asking.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        asking.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            choose();
        });
        list.setId("queue-list");
        list.setAccessibleText(strings.get("queue.title"));
        list.setCellFactory(_ -> new QueueCell(model, strings));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                choose();
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            searching.setVisible(entry != null && entry.kind() == QueueKind.SEARCH);
            seed.setVisible(entry != null && entry.kind() == QueueKind.RANDOM);
            showTasks();
        });
        model.state().subscribe(this::render);
        model.problem().subscribe(search::show);
        model.chosen().subscribe(request -> {
            if (dialog.isShowing()) {
                dialog.close();
            }
        });
    }

    private Node content() {
        searching.managedProperty().bind(searching.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        var keys = new Label(strings.get("queue.keys"));
        keys.getStyleClass().add("about");
        var all = new VBox(12, list, searching, seed, tasks, keys, settings);
        all.getStyleClass().add("queues-all");
        return all;
    }

    private void pressed(KeyEvent key) {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        if (key.getCode() == KeyCode.ENTER) {
            choose();
            key.consume();
        } else if (key.getCode() == KeyCode.B && !key.isShortcutDown()) {
            model.blind(entry.kind(), !entry.blind());
            key.consume();
        } else if (key.getCode() == KeyCode.N && entry.kind() == QueueKind.RANDOM && !key.isShortcutDown()) {
            seed.anew();
            key.consume();
        }
    }

    private void choose() {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        if (entry.kind() == QueueKind.SEARCH && search.text().isBlank()) {
            search.focus();
            return;
        }
        if (entry.kind() == QueueKind.RANDOM && seed.seed().isEmpty()) {
            seed.focus();
            return;
        }
        var request = new QueueRequest(entry.kind(), entry.kind() == QueueKind.SEARCH ? search.text().strip() : "",
                entry.kind() == QueueKind.RANDOM ? seed.seed().orElseThrow() : QueueRequest.SEED);
        if (request.equals(model.chosen().get())) {
            dialog.close();
        }
        model.choose(request);
    }

    private void render(QueueViewModel.@Nullable State state) {
        if (state == null) {
            return;
        }
        var selected = list.getSelectionModel().getSelectedItem();
        var kind = selected == null ? model.chosen().get().kind() : selected.kind();
        entries.setAll(state.entries());
        entries.stream().filter(entry -> entry.kind() == kind).forEach(list.getSelectionModel()::select);
        saved.offer(state.saved());
        showTasks();
        settings.show(state.settings(), state.gold(), state.readOnly());
    }

    private void showTasks() {
        var state = model.state().get();
        var entry = list.getSelectionModel().getSelectedItem();
        if (state == null || entry == null) {
            tasks.setVisible(false);
        } else {
            tasks.show(state.tasks(), entry.asked(), state.readOnly());
        }
    }

    private void ask(Set<Long> asked) {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            model.ask(entry.kind(), asked);
        }
    }

    /// Shows it, with what is open counted anew.
    public void show() {
        model.load();
        dialog.show();
        if (!model.chosen().get().search().isEmpty()) {
            search.write(model.chosen().get().search());
        }
        seed.show(model.chosen().get().seed());
        list.requestFocus();
    }
}
