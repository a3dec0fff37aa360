package org.askance.app.annotate.keys;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Named;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WrappingLabel;
import org.jspecify.annotations.Nullable;

/// Changes which key does what: a press adds one, a click takes one away; a key that does something already is
/// refused with what it does. FX thread.
public final class KeysDialog {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 700;

    private final KeysViewModel model;
    private final Strings strings;
    private final KeyNames names;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final VBox rows = new VBox();
    private final Label refusal = new Label();
    private final ComboBox<Block> both = new ComboBox<>();
    /// Why that cannot be.
    private final Label never = new Label();
    private final Label clashes = new Label();
    /// The row that the next key is for; empty for none.
    private String capturing = "";
    private Consumer<Stroke> captured = _ -> {};

    /// @param window above which it opens
    public KeysDialog(Scene window, KeysViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        names = new KeyNames(strings);
        dialog.initOwner(window.getWindow());
        dialog.setTitle(strings.get("keys.change"));
        dialog.setResizable(true);
        var reset = new ButtonType(strings.get("keys.reset"), ButtonBar.ButtonData.LEFT);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(reset, ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(KeysDialog.class.getResource("keys.css")).toExternalForm());
        pane.getStyleClass().add("keys");
        ManualPage.KEYS.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var button = (Button) pane.lookupButton(reset);
        button.setId("keys-reset");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            model.reset();
            event.consume();
        });
        model.table().subscribe(_ -> render());
        model.window().subscribe(_ -> render());
        model.refusal().subscribe(this::say);
    }

    private Node content() {
        var how = wrapped(strings.get("keys.how"));
        how.getStyleClass().add("about");
        refusal.setId("keys-refusal");
        refusal.getStyleClass().add("refusal");
        clashes.setId("keys-clashes");
        clashes.getStyleClass().add("clashes");
        for (var label : new Label[]{refusal, clashes}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        both.setId("keys-both");
        both.getItems().setAll(Block.values());
        both.setConverter(new Named<>(block -> strings.get("keys.block." + block.key())));
        both.setOnAction(_ -> {
            if (both.getValue() != model.table().get().keymap().block()) {
                model.answerBoth(both.getValue());
                // One that was refused must not stay chosen.
                both.setValue(model.table().get().keymap().block());
            }
        });
        var bothName = new Label(strings.get("keys.both"));
        bothName.setLabelFor(both);
        bothName.setMinWidth(Region.USE_PREF_SIZE);
        both.setMinWidth(Region.USE_PREF_SIZE);
        // One below the other where they have no room beside each other.
        never.setText(strings.get("keys.both.never"));
        never.setId("keys-both-never");
        never.getStyleClass().add("about");
        never.visibleProperty().bind(both.disabledProperty());
        never.managedProperty().bind(never.visibleProperty());
        var bothLine = new FlowPane(12, 6, bothName, both, never);
        bothLine.setRowValignment(VPos.CENTER);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var all = new VBox(12, how, scroll, bothLine, clashes, refusal);
        all.getStyleClass().add("keys-all");
        return all;
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        label.setWrapText(true);
        return label;
    }

    private void render() {
        var table = model.table().get();
        var focused = Optional.ofNullable(dialog.getDialogPane().getScene()).map(Scene::getFocusOwner)
                .map(Node::getId).orElse("");
        rows.getChildren().clear();
        for (var action : KeyAction.values()) {
            rows.getChildren().add(row(table, action));
        }
        var everywhere = new Label(strings.get("keys.everywhere"));
        everywhere.getStyleClass().add("keys-heading");
        rows.getChildren().add(everywhere);
        for (var action : WindowAction.values()) {
            rows.getChildren().add(row(action));
        }
        both.setValue(table.keymap().block());
        both.setDisable(!table.canAnswerBoth(Block.NUMBERS) && !table.canAnswerBoth(Block.LETTERS));
        clashes.setText(table.clashes().stream()
                .map(clash -> strings.get("keys.clash", names.of(clash.stroke()), names.of(clash.first()),
                        names.of(clash.second())))
                .collect(java.util.stream.Collectors.joining("\n")));
        rows.getChildren().stream().map(row -> row.lookup("#" + focused)).filter(Objects::nonNull).findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node row(KeyTable table, KeyAction action) {
        var command = new Command.Act(action);
        var row = row(action.key(), names.of(action), stroke -> model.add(action, stroke));
        for (var stroke : table.keymap().of(action)) {
            var key = key(stroke, names.of(action), () -> model.remove(action, stroke));
            if (table.find(stroke).filter(command::equals).isEmpty()) {
                key.getStyleClass().add("keys-taken");
            }
            row.getChildren().add(row.getChildren().size() - 1, key);
        }
        return row;
    }

    private Node row(WindowAction action) {
        var row = row("window-" + action.key(), names.of(action), stroke -> model.add(action, stroke));
        for (var stroke : model.window().get().of(action)) {
            row.getChildren().add(row.getChildren().size() - 1,
                    key(stroke, names.of(action), () -> model.remove(action, stroke)));
        }
        return row;
    }

    /// What something does, and the button that adds a key to it.
    private HBox row(String id, String does, Consumer<Stroke> added) {
        var sentence = new WrappingLabel(does);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        boolean asked = id.equals(capturing);
        var add = new Button(strings.get(asked ? "keys.press" : "keys.add"));
        add.setId("keys-add-" + id);
        add.getStyleClass().addAll("small", asked ? "accent" : "flat");
        add.setAccessibleText(strings.get("keys.add.to", does));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(_ -> {
            captured = added;
            capture(id);
        });
        var row = new HBox(8, sentence, add);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("keys-row");
        return row;
    }

    private Button key(Stroke stroke, String does, Runnable remove) {
        String name = names.of(stroke);
        var key = new Button(name);
        key.setMnemonicParsing(false);
        key.getStyleClass().addAll("small", "keys-key");
        key.setAccessibleText(strings.get("keys.remove", name, does));
        key.setTooltip(new Tooltip(strings.get("keys.remove", name, does)));
        key.setMinWidth(Region.USE_PREF_SIZE);
        key.setOnAction(_ -> remove.run());
        return key;
    }

    private void capture(String id) {
        capturing = id;
        render();
    }

    private void pressed(KeyEvent event) {
        if (capturing.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            capture("");
            event.consume();
            return;
        }
        Stroke.of(event).ifPresent(stroke -> {
            capturing = "";
            captured.accept(stroke);
            render();
            event.consume();
        });
    }

    private void say(KeysViewModel.@Nullable Refusal why) {
        refusal.setText(switch (why) {
            case null -> "";
            case KeysViewModel.Refusal.Taken(var stroke, var holder) -> strings.get("keys.taken", names.of(stroke),
                    names.of(holder));
            case KeysViewModel.Refusal.OfTheWindow(var stroke, var holder) -> strings.get("keys.taken.window",
                    names.of(stroke), holder == null ? strings.get("keys.manual") : names.of(holder));
            case KeysViewModel.Refusal.Bare(var stroke) -> strings.get("keys.taken.bare", names.of(stroke));
            case KeysViewModel.Refusal.Reserved(var stroke) -> strings.get("keys.taken.reserved", names.of(stroke));
        });
    }

    public void show() {
        capturing = "";
        model.forgive();
        render();
        dialog.show();
        // Else they would be on the button that throws all own keys away.
        var first = rows.lookup("#keys-add-" + KeyAction.ACCEPT.key());
        if (first != null) {
            first.requestFocus();
        }
    }
}
