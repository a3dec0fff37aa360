package org.askance.app.ui;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window: places on the left, the project above, jobs and device below, a feature in between. FX thread.
public final class MainWindow implements Navigator {

    /// What the menus call.
    public interface Actions {
        void openProject();

        void newProject();

        void openPostcards();

        void importPairs();

        /// Files and folders were dropped onto the window.
        void dropped(List<Path> paths);

        void exportPairs();

        /// Edits tasks and labels.
        void labels();

        void duplicates();

        void relink();

        /// Projects that were open before, the last one first.
        List<Path> recentProjects();

        void openRecent(Path folder);

        /// Makes a project of an archive.
        void restoreArchive();

        void copyProject();

        void moveProject();

        void backups();

        void score();

        void getEncoders();

        void looks(Looks looks);

        /// What was asked for last: it may count from the next start only.
        Language language();

        /// From the next start on.
        void speak(Language language);

        void device();

        /// What failed.
        void errors();

        void manual();

        void about();
    }

    private final Strings strings;
    private final ProjectContext context;
    private final StackPane centre = new StackPane();
    private final Map<Place, Feature> features = new EnumMap<>(Place.class);
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final Label projectName = new Label();
    private final Menu recent = new Menu();
    private final HBox extras = new HBox(8);
    private final BorderPane root = new BorderPane();
    private final Actions actions;
    private final MenuButton project = new MenuButton();
    private Runnable openMenu = () -> {};
    private Place place = Place.ANNOTATE;

    public MainWindow(Strings strings, ProjectContext context, FxJobs jobs, ErrorList errors, Actions actions,
            Looks looks) {
        this.strings = strings;
        this.context = context;
        this.actions = actions;
        root.getStyleClass().add("window");
        root.setLeft(rail());
        root.setTop(new VBox(header(actions, looks), new Banner(strings, context)));
        // A large feature, even one that is not in front, would push what is around it out of the window.
        centre.setMinSize(0, 0);
        root.setCenter(centre);
        root.setBottom(new StatusLine(strings, context, jobs, errors, actions::device, actions::errors).node());
        StrayKeys.bring(root, centre, () -> features.containsKey(place) ? features.get(place).view() : null);
        centre.getChildren().add(new NoProject(context, strings, actions::backups));
        nameProject();
        context.workspace().subscribe(this::nameProject);
        context.workspace().subscribe((before, now) -> {
            uncover();
            if (before == null && now != null) {
                focus();
            }
        });
        context.damage().subscribe(this::nameProject);
    }

    private void nameProject() {
        var workspace = context.workspace().get();
        var damage = context.damage().get();
        if (workspace != null) {
            projectName.setText(workspace.project().name());
        } else {
            projectName.setText(
                    damage == null ? strings.get("project.none") : strings.get("project.damaged", damage.name()));
        }
    }

    /// A scene around the window, with its styles.
    public Scene scene(double width, double height) {
        var hint = new DropHint(strings);
        var scene = new Scene(new StackPane(root, hint), width, height);
        hint.watch(scene, actions::dropped);
        scene.getStylesheets().add(
                Objects.requireNonNull(MainWindow.class.getResource("base.css")).toExternalForm());
        return scene;
    }

    /// Places are gone to by keys.
    public void useKeys(WindowKeys keys) {
        for (var place : Place.values()) {
            keys.when(WindowAction.of(place), () -> show(place));
            keys.tell(WindowAction.of(place), key -> Objects.requireNonNull(buttons.get(place))
                    .setTooltip(new Tooltip(strings.get(place.titleKey()) + "  " + key)));
        }
        keys.when(WindowAction.PROJECT, openMenu);
        keys.tell(WindowAction.PROJECT, key -> project.setTooltip(
                new Tooltip(strings.get("menu.project") + "  " + key)));
    }

    /// Adds a feature's menu to the header.
    public void addToHeader(Node extra) {
        extras.getChildren().add(extra);
    }

    public void host(List<? extends Feature> all) {
        for (var feature : all) {
            features.put(feature.place(), feature);
            feature.view().setVisible(false);
        }
    }

    /// Where one is.
    public Place place() {
        return place;
    }

    /// Gives the keys to the place where one is.
    public void focus() {
        var feature = features.get(place);
        if (feature != null) {
            feature.view().requestFocus();
        }
    }

    @Override
    public void show(Place newPlace) {
        place = newPlace;
        uncover();
        Objects.requireNonNull(buttons.get(place)).setSelected(true);
        var feature = features.get(place);
        if (feature != null) {
            feature.shown();
        }
    }

    /// Places are seen, and reached by keys, where there is a project to work on.
    private void uncover() {
        boolean open = context.workspace().get() != null;
        var there = features.get(place);
        if (open && there != null && !centre.getChildren().contains(there.view())) {
            centre.getChildren().add(there.view());
        }
        features.forEach((of, feature) -> feature.view().setVisible(open && of == place));
    }

    @Override
    public void openExample(long id) {
        context.opened().set(null);
        context.opened().set(id);
        show(Place.ANNOTATE);
    }

    @Override
    public void relink() {
        actions.relink();
    }

    @Override
    public void importPairs() {
        actions.importPairs();
    }

    private Parent rail() {
        var group = new ToggleGroup();
        var rail = new VBox(6);
        rail.getStyleClass().add("rail");
        for (var place : Place.values()) {
            var button = new ToggleButton(strings.get(place.titleKey()), new FontIcon(place.icon()));
            button.setToggleGroup(group);
            button.setId("place-" + place.name());
            // Pressing the place one is at must not leave none selected.
            button.setOnAction(_ -> show(place));
            button.addEventFilter(KeyEvent.KEY_PRESSED, event -> alongRail(button, event));
            buttons.put(place, button);
            rail.getChildren().add(button);
        }
        return rail;
    }

    /// Arrows move along the rail. Left to the group they would mark a place without going there.
    private void alongRail(ToggleButton button, KeyEvent event) {
        boolean arrow = true;
        switch (event.getCode()) {
            case UP, KP_UP -> button.requestFocusTraversal(TraversalDirection.UP);
            case DOWN, KP_DOWN -> button.requestFocusTraversal(TraversalDirection.DOWN);
            case RIGHT, KP_RIGHT -> focus();
            case LEFT, KP_LEFT -> {
            }
            default -> arrow = false;
        }
        if (arrow) {
            event.consume();
        }
    }

    private Parent header(Actions actions, Looks looks) {
        projectName.getStyleClass().add("project-name");
        project.setText(strings.get("menu.project"));
        project.setGraphic(new FontIcon(Feather.FOLDER));
        project.setId("menu-project");
        project.getItems().setAll(item("menu.open", actions::openProject), item("menu.new", actions::newProject),
                item("menu.postcards", actions::openPostcards), recent(actions), new SeparatorMenuItem(),
                item("menu.import", actions::importPairs), item("menu.export", actions::exportPairs),
                item("menu.labels", actions::labels),
                item("menu.duplicates", actions::duplicates), item("menu.relink", actions::relink),
                new SeparatorMenuItem(), item("menu.copy", actions::copyProject),
                item("menu.move", actions::moveProject),
                item("menu.backups", actions::backups),
                item("menu.restore", actions::restoreArchive), new SeparatorMenuItem(),
                item("menu.score", actions::score),
                item("menu.encoders", actions::getEncoders));
        // Anew each time: another project may have been opened since.
        project.setOnShowing(_ -> fillRecent(actions));
        var menu = new LooksMenu(looks, strings, actions::looks, languages(actions),
                item("menu.device", actions::device), item("menu.errors", actions::errors),
                item("menu.manual", actions::manual),
                item("menu.about", actions::about));
        openMenu = ReturnedKeys.from(project);
        var _ = ReturnedKeys.from(menu);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(12, project, projectName, space, extras, menu);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("header");
        return header;
    }

    private Menu languages(Actions actions) {
        var menu = new Menu(strings.get("menu.language"));
        menu.setId("menu-language");
        var group = new ToggleGroup();
        for (var language : Language.values()) {
            var item = new RadioMenuItem();
            item.setToggleGroup(group);
            item.setSelected(language == actions.language());
            menu.getItems().add(worded(item, "language." + language.key(), () -> actions.speak(language)));
        }
        return menu;
    }

    private Menu recent(Actions actions) {
        recent.setText(strings.get("menu.recent"));
        recent.setId("menu-recent");
        fillRecent(actions);
        return recent;
    }

    private void fillRecent(Actions actions) {
        recent.getItems().setAll(actions.recentProjects().stream().map(folder -> {
            var entry = new MenuItem(folder.toString());
            entry.setMnemonicParsing(false);
            entry.setOnAction(_ -> {
                focus();
                actions.openRecent(folder);
            });
            return entry;
        }).toList());
        recent.setDisable(recent.getItems().isEmpty());
    }

    private MenuItem item(String key, Runnable action) {
        return worded(new MenuItem(), key, action);
    }

    private MenuItem worded(MenuItem item, String key, Runnable action) {
        item.setText(strings.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> {
            // Whatever it opens: afterwards a press is meant for what is worked on.
            focus();
            action.run();
        });
        return item;
    }
}
