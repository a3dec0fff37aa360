package org.askance.app.people;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.ReturnedKeys;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// In the header: who annotates, and everyone who could. FX thread.
public final class ProfileMenu {

    private static final double WIDTH = 240;
    private static final double EMOJI_PX = 17;

    private final ProfilesViewModel model;
    private final ProjectContext context;
    private final Strings strings;
    private final Runnable agreement;
    private final Runnable progress;
    private final MenuButton button = new MenuButton();
    private final Runnable back;
    /// Who had the keys when a key opened it.
    private @Nullable Node before;

    /// @param agreement shows how far annotators agree
    /// @param progress  shows what the one who annotates did
    /// @param back      gives the keys back to what is worked on
    public ProfileMenu(ProfilesViewModel model, ProjectContext context, Strings strings, Runnable agreement,
            Runnable progress, Runnable back) {
        this.model = model;
        this.context = context;
        this.strings = strings;
        this.agreement = agreement;
        this.progress = progress;
        this.back = back;
        button.setId("menu-people");
        button.setPopupSide(Side.BOTTOM);
        button.setOnShowing(_ -> model.load());
        button.setOnHidden(_ -> returnKeys());
        var _ = ReturnedKeys.from(button);
        context.annotator().subscribe(name -> {
            var line = new HBox(8, new FontIcon(Feather.USER), new EmojiLine(name, EMOJI_PX));
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(WIDTH);
            button.setGraphic(line);
            button.setAccessibleText(strings.get("people.menu.of", name));
            fill();
        });
        model.names().subscribe(this::fill);
        context.workspace().subscribe(workspace -> {
            button.setDisable(workspace == null);
            fill();
        });
    }

    /// Says which key opens it.
    public void useKeys(WindowKeys keys) {
        keys.tell(WindowAction.ANNOTATOR, key -> button.setTooltip(new Tooltip(strings.get("people.menu", key))));
    }

    public Node node() {
        return button;
    }

    /// Opens it, for keys.
    public void open() {
        if (!button.isDisabled()) {
            before = button.getScene().getFocusOwner();
            button.requestFocus();
            button.show();
        }
    }

    private void returnKeys() {
        var one = before;
        before = null;
        if (one != null) {
            one.requestFocus();
        }
    }

    private void fill() {
        var workspace = context.workspace().get();
        boolean readOnly = workspace == null || workspace.project().isReadOnly();
        var group = new ToggleGroup();
        var items = button.getItems();
        items.clear();
        for (var name : model.names().get()) {
            var line = new EmojiLine(name, EMOJI_PX);
            line.setMaxWidth(2 * WIDTH);
            var item = EmojiLine.isNeeded(name) ? new RadioMenuItem("", line) : new RadioMenuItem(name);
            item.setMnemonicParsing(false);
            item.setUserData(name);
            item.setToggleGroup(group);
            item.setSelected(name.equals(context.annotator().get()));
            item.setOnAction(_ -> {
                model.use(name);
                back.run();
            });
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("people.add", readOnly,
                () -> new ProfileDialog(button.getScene().getWindow(), strings, "people.add", "people.add.do", "")
                        .ask(model::add)));
        items.add(item("people.rename", readOnly, () -> new ProfileDialog(button.getScene().getWindow(), strings,
                "people.rename", "people.rename.do", context.annotator().get()).ask(model::rename)));
        items.add(new SeparatorMenuItem());
        items.add(item("people.progress", false, progress));
        items.add(item("people.agreement", false, agreement));
    }

    private MenuItem item(String key, boolean disabled, Runnable action) {
        var item = new MenuItem(strings.get(key));
        item.setId(key.replace('.', '-'));
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
