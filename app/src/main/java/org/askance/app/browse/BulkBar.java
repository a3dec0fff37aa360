package org.askance.app.browse;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.StrokeNames;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Below the grid: how many pairs are selected and what can be done to them; above that, what was done last. FX thread.
final class BulkBar extends VBox {

    private final BulkViewModel model;
    private final SelectionViewModel selection;
    private final Strings strings;
    private final StrokeNames names;
    private final BulkItems items;
    private final Label count = new Label();
    private final Button all = new Button();
    private final MenuButton label = new MenuButton();
    private final MenuButton flag = new MenuButton();
    private final MenuButton move = new MenuButton();
    private final FlowPane actions = new FlowPane(8, 8);
    private final Label why = wrapped();
    private final VBox bar = new VBox(6, actions, why);
    private final BulkNotice notice;

    BulkBar(BulkViewModel model, Strings strings) {
        this.model = model;
        this.selection = model.selection();
        this.strings = strings;
        this.names = new StrokeNames(strings);
        this.items = new BulkItems(strings, model::act);
        this.notice = new BulkNotice(model, strings);
        setId("bulk");
        getStyleClass().add("bulk");
        count.setId("bulk-count");
        count.getStyleClass().add("bulk-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        button(all, "bulk-all", Feather.CHECK_SQUARE, Strokes.ALL, selection::all);
        var none = new Button();
        none.setAccessibleText(strings.get("bulk.none"));
        button(none, "bulk-none", Feather.X, Strokes.NONE, selection::clear);
        menu(label, "bulk-label", strings.get("bulk.label"), Feather.TAG);
        menu(flag, "bulk-flags", strings.get("bulk.mark"), Feather.FLAG);
        menu(move, "bulk-moves", strings.get("bulk.move"), Feather.CORNER_UP_RIGHT);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getChildren().setAll(count, none, all, label, flag, move);
        why.setId("bulk-why");
        why.getStyleClass().add("about");
        why.managedProperty().bind(why.visibleProperty());
        bar.getStyleClass().add("bulk-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        getChildren().setAll(notice, bar);
        selection.changes().subscribe(_ -> render());
        model.state().subscribe(_ -> render());
    }

    private static Label wrapped() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void button(Button button, String id, Feather icon, Stroke stroke, Runnable action) {
        style(button, id, icon);
        button.setTooltip(new Tooltip(
                (button.getAccessibleText() == null ? "" : button.getAccessibleText() + "  ") + names.of(stroke)));
        button.setOnAction(_ -> action.run());
    }

    private static void style(javafx.scene.control.ButtonBase button, String id, Feather icon) {
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
    }

    private static void menu(MenuButton menu, String id, String text, Feather icon) {
        style(menu, id, icon);
        menu.setText(text);
    }

    /// The labels and keys of a project.
    void offer(BulkAction.All offered) {
        label.getItems().setAll(items.labels(offered));
        label.getItems().addAll(new SeparatorMenuItem(), items.item(offered.clear()));
        flag.getItems().setAll(offered.marks().stream().map(items::item).toList());
        move.getItems().setAll(items.moves(offered));
    }

    private void render() {
        int selected = selection.count().get();
        int found = selection.found();
        count.setText(strings.get("bulk.selected", selected, found));
        all.setText(strings.get("bulk.all", found));
        all.setDisable(selected == found);
        String reason = model.whyNot();
        boolean able = reason.isEmpty() && model.state().get() instanceof BulkViewModel.State.Ready;
        List.of(label, flag, move).forEach(one -> one.setDisable(!able));
        why.setText(reason);
        why.setVisible(!reason.isEmpty());
        bar.setVisible(selected > 0);
    }
}
