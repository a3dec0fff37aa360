package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.MainWindow;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Focus must be seen at a glance in every look. As measure serves what WCAG 2.2 asks of it (2.4.13): an area as large
/// as a line one pixel wide around the control, whose colours with and without focus are apart by 3:1.
class FocusTest {

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    private static final int AROUND_PX = 5;
    private static final int SHEET_PX = 700;

    private final Button first = new Button("First");
    private final Stage stage = Fx.call(Stage::new);

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            Looks.of(Appearance.LIGHT).apply();
        });
    }

    static Stream<Looks> looks() {
        return Stream.of(Appearance.LIGHT, Appearance.DARK).map(Looks::of)
                .flatMap(looks -> Stream.of(looks, looks.withHighContrast(true)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isSeen(Looks looks) {
        var kinds = Fx.call(() -> show(looks));
        var weak = new ArrayList<String>();
        var shots = new ArrayList<BufferedImage>();
        for (var kind : kinds.entrySet()) {
            var with = Fx.call(() -> focused(kind.getValue()));
            shots.add(with);
            Fx.run(first::requestFocus);
            Fx.frames();
            var without = Fx.call(() -> shot(kind.getValue()));
            double share = Apart.pixels(with, without) / Fx.call(() -> Accessibility.around(kind.getValue()));
            if (share < 1) {
                weak.add("%s %.2f".formatted(kind.getKey(), share));
            }
        }
        write(shots, "focus-" + looks.appearance().key() + (looks.highContrast() ? "-contrast" : ""));
        assertThat(weak).isEmpty();
    }

    private Map<String, Node> show(Looks looks) {
        looks.apply();
        var kinds = kinds();
        var page = new FlowPane(24, 18);
        page.setStyle("-fx-padding: 24; -fx-background-color: -color-bg-default;");
        page.getChildren().add(first);
        kinds.forEach((name, node) -> page.getChildren().add(new VBox(4, new Label(name), framed(name, node))));
        var scene = new Scene(page, 960, 900);
        scene.getStylesheets().add(Objects.requireNonNull(MainWindow.class.getResource("base.css")).toExternalForm());
        stage.setScene(scene);
        stage.show();
        return kinds;
    }

    private static Node framed(String name, Node node) {
        var frame = new HBox(node);
        if (name.startsWith("rail")) {
            frame.getStyleClass().add("rail");
        }
        return new StackPane(frame);
    }

    private static Map<String, Node> kinds() {
        var kinds = new LinkedHashMap<String, Node>();
        kinds.put("button", new Button("Button"));
        kinds.put("default", styled(new Button("Default"), "accent"));
        kinds.put("danger", styled(new Button("Danger"), "danger"));
        kinds.put("flat", styled(new Button("Flat"), "flat"));
        kinds.put("small flat", styled(new Button("Flat"), "flat", "small"));
        kinds.put("menu", new MenuButton("Menu"));
        kinds.put("flat menu", styled(new MenuButton("Menu"), "flat"));
        kinds.put("toggle", new ToggleButton("Toggle"));
        kinds.put("toggle on", selected(new ToggleButton("Toggle")));
        kinds.put("left", styled(new ToggleButton("Left"), "left-pill"));
        kinds.put("left on", selected(styled(new ToggleButton("Left"), "left-pill")));
        kinds.put("rail", new ToggleButton("Annotate"));
        kinds.put("rail on", selected(new ToggleButton("Browse")));
        kinds.put("check", new CheckBox("Check"));
        var checked = new CheckBox("Checked");
        checked.setSelected(true);
        kinds.put("check on", checked);
        kinds.put("radio", new RadioButton("Radio"));
        var radio = new RadioButton("Chosen");
        radio.setSelected(true);
        kinds.put("radio on", radio);
        kinds.put("field", new TextField("Field"));
        var area = new TextArea("Area");
        area.setPrefSize(160, 60);
        kinds.put("area", area);
        kinds.put("combo", new ComboBox<>(FXCollections.observableArrayList("One", "Two")));
        var editable = new ComboBox<>(FXCollections.observableArrayList("One", "Two"));
        editable.setEditable(true);
        kinds.put("editable combo", editable);
        kinds.put("check combo", new CheckComboBox<>(FXCollections.observableArrayList("One", "Two")));
        kinds.put("spinner", new Spinner<Integer>(0, 9, 3));
        kinds.put("date", new DatePicker());
        kinds.put("colour", new ColorPicker(Color.TEAL));
        kinds.put("slider", new Slider(0, 10, 4));
        kinds.put("link", new Hyperlink("Hyperlink"));
        kinds.put("titled", new TitledPane("Titled", new Label("Content")));
        kinds.put("list", list());
        kinds.put("table", table());
        kinds.put("tabs", tabs());
        return kinds;
    }

    private static ListView<String> list() {
        var list = new ListView<>(FXCollections.observableArrayList("One", "Two", "Three"));
        list.setPrefSize(140, 90);
        list.getSelectionModel().select(1);
        return list;
    }

    private static TableView<String> table() {
        var table = new TableView<>(FXCollections.observableArrayList("One", "Two"));
        var column = new TableColumn<String, String>("Name");
        column.setCellValueFactory(cell -> new SimpleStringProperty(cell.getValue()));
        table.getColumns().add(column);
        table.setPrefSize(160, 110);
        table.getSelectionModel().select(0);
        return table;
    }

    private static TabPane tabs() {
        var tabs = new TabPane(new Tab("Figures", new Label("12")), new Tab("History", new Label("13")));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefSize(200, 80);
        return tabs;
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    private static ToggleButton selected(ToggleButton toggle) {
        toggle.setSelected(true);
        return toggle;
    }

    /// Shown with the focus, as it comes by Tab: else it need not be seen.
    private BufferedImage focused(Node node) {
        first.requestFocus();
        for (Node at = first; !within(node, at); at = stage.getScene().getFocusOwner()) {
            at.requestFocusTraversal(TraversalDirection.NEXT);
            if (first.equals(stage.getScene().getFocusOwner())) {
                throw new AssertionError("Tab does not come to " + node);
            }
        }
        return shot(node);
    }

    private static boolean within(Node node, @Nullable Node at) {
        return at != null && (at.equals(node) || within(node, at.getParent()));
    }

    private static BufferedImage shot(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var viewed = new SnapshotParameters();
        viewed.setViewport(new Rectangle2D(bounds.getMinX() - AROUND_PX, bounds.getMinY() - AROUND_PX,
                bounds.getWidth() + 2 * AROUND_PX, bounds.getHeight() + 2 * AROUND_PX));
        return SwingFXUtils.fromFXImage(node.getScene().getRoot().snapshot(viewed, null), null);
    }

    /// Each with its focus, in one picture.
    private static void write(List<BufferedImage> shots, String name) {
        var all = new BufferedImage(SHEET_PX, SHEET_PX, BufferedImage.TYPE_INT_RGB);
        var pen = all.createGraphics();
        int x = 0;
        int y = 0;
        int row = 0;
        for (var shot : shots) {
            if (x + shot.getWidth() > SHEET_PX) {
                x = 0;
                y += row;
                row = 0;
            }
            pen.drawImage(shot, x, y, null);
            x += shot.getWidth();
            row = Math.max(row, shot.getHeight());
        }
        pen.dispose();
        try {
            var file = Files.createDirectories(Path.of("target/snapshots")).resolve(name + ".png");
            ImageIO.write(all, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
