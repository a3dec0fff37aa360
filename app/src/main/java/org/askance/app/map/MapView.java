package org.askance.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.Message;
import org.askance.app.ui.Named;
import org.askance.app.ui.Navigator;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.ProbabilityBars;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.model.geometry.AlignmentMeasures;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The map, what can be set about it above, the chosen pair with its neighbours on the right. Its looks live
/// in `map.css`.
public final class MapView implements Feature {

    private static final int PICTURE_PX = 300;
    private static final int PICTURE_HEIGHT_PX = 150;
    private static final double SMALL_TEXT_PX = 170;
    private static final int SMALL_PX = 64;

    private final MapViewModel model;
    private final Strings strings;
    private final Pictures pictures;
    private final Navigator navigator;
    private final Runnable score;
    private final BorderPane root = new BorderPane();
    private final StackPane centre = new StackPane();
    private final MapCanvas canvas;
    private final ComboBox<MapViewModel.Colouring> colouring = new ComboBox<>();
    private final CheckBox text = new CheckBox();
    private final CheckBox image = new CheckBox();
    private final CheckBox fused = new CheckBox();
    private final CheckBox links = new CheckBox();
    private final HBox legend = new HBox(14);
    private final Label measures = new WrappingLabel("");
    private final VBox side = new VBox(14);
    private boolean stale = true;

    /// @param score scores what is not scored yet
    public MapView(MapViewModel model, Strings strings, Pictures pictures, Navigator navigator, Runnable score) {
        this.model = model;
        this.strings = strings;
        this.pictures = pictures;
        this.navigator = navigator;
        this.score = score;
        this.canvas = new MapCanvas(model::choose, this::open);
        root.getStyleClass().add("map");
        root.getStylesheets().add(Objects.requireNonNull(MapView.class.getResource("map.css")).toExternalForm());
        side.getStyleClass().add("side");
        var scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(360);
        scroll.setMinWidth(300);
        measures.getStyleClass().add("about");
        measures.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        var below = new VBox(8, legend, measures);
        below.getStyleClass().add("below");
        root.setTop(settings());
        root.setCenter(centre);
        root.setRight(scroll);
        root.setBottom(below);
        model.tasks().subscribe(_ -> colourings());
        model.colouring().subscribe(by -> {
            if (!Objects.equals(by, colouring.getValue())) {
                colouring.setValue(by);
            }
            legend();
        });
        model.categories().subscribe(categories -> {
            canvas.colour(categories, colours());
            legend();
        });
        model.state().subscribe(this::render);
        model.chosen().subscribe(this::render);
    }

    @Override
    public Place place() {
        return Place.MAP;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        if (stale) {
            stale = false;
            model.load();
        }
    }

    /// What is shown may be old; projected anew when the view comes to the front.
    public void invalidate() {
        stale = true;
        if (root.isVisible() && root.getScene() != null) {
            shown();
        }
    }

    private Node settings() {
        var method = new ComboBox<ProjectEmbeddings.Method>();
        method.getItems().setAll(ProjectEmbeddings.Method.values());
        model.method().subscribe(method::setValue);
        method.setConverter(new Named<>(one -> strings.get("map.method." + one.name().toLowerCase(Locale.ROOT))));
        method.setId("map-method");
        links.setId("map-links");
        method.valueProperty().subscribe(one -> {
            if (one != null && one != model.method().get()) {
                model.method().set(one);
                model.load();
            }
        });
        colouring.setConverter(new Named<>(by -> strings.get(by.predicted() ? "map.by.predicted" : "map.by.label",
                strings.getOr("task." + by.task().name(), by.task().name()))));
        colouring.valueProperty().subscribe(by -> {
            if (by != null) {
                model.colouring().set(by);
            }
        });
        text.setText(strings.get("map.text"));
        image.setText(strings.get("map.image"));
        fused.setText(strings.get("map.fused"));
        links.setText(strings.get("map.links"));
        text.setSelected(true);
        image.setSelected(true);
        for (var box : List.of(text, image, fused, links)) {
            box.selectedProperty().subscribe(_ -> halves());
        }
        var fit = new Button(strings.get("map.fit"));
        fit.setOnAction(_ -> canvas.fit());
        var bar = new FlowPane(12, 8, method, colouring, text, image, links, fused, fit);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("settings");
        return bar;
    }

    private void halves() {
        text.setDisable(fused.isSelected());
        image.setDisable(fused.isSelected());
        links.setDisable(fused.isSelected());
        canvas.show(new MapCanvas.Shown(text.isSelected(), image.isSelected(), fused.isSelected(), links.isSelected()));
    }

    private void colourings() {
        var all = new ArrayList<MapViewModel.Colouring>();
        for (var task : model.tasks().get()) {
            all.add(new MapViewModel.Colouring(task, false));
            all.add(new MapViewModel.Colouring(task, true));
        }
        colouring.getItems().setAll(all);
        colouring.setValue(model.colouring().get());
    }

    private void legend() {
        var by = model.colouring().get();
        legend.getChildren().clear();
        if (by == null) {
            return;
        }
        var names = by.task().labelNames();
        int[] counts = MapViewModel.counts(model.categories().get(), names.size());
        for (int i = 0; i < names.size(); i++) {
            legend.getChildren().add(entry(LabelColours.of(by.task(), i),
                    strings.getOr("label." + names.get(i), names.get(i)), counts[i]));
        }
        if (counts[names.size()] > 0) {
            legend.getChildren().add(entry(LabelColours.NONE, strings.get("map.no.label"), counts[names.size()]));
        }
        var shapes = new Label(strings.get("map.shapes"));
        shapes.getStyleClass().add("about");
        legend.getChildren().add(shapes);
        legend.setAlignment(Pos.CENTER_LEFT);
    }

    private int[] colours() {
        var by = model.colouring().get();
        return by == null
                ? new int[0]
                : IntStream.range(0, by.task().labels().size())
                        .map(index -> LabelColours.rgb(LabelColours.of(by.task(), index))).toArray();
    }

    private static Node entry(String colour, String name, int count) {
        var label = new Label(name + "  " + count, new Circle(5, Color.web(colour)));
        label.setGraphicTextGap(6);
        return label;
    }

    private void render(MapViewModel.State state) {
        switch (state) {
            case MapViewModel.State.Busy() -> centre.getChildren().setAll(new ProgressIndicator());
            case MapViewModel.State.NotScored() -> {
                var button = new Button(strings.get("menu.score"));
                button.getStyleClass().add("accent");
                button.setOnAction(_ -> score.run());
                centre.getChildren().setAll(new Message(Feather.MAP, strings.get("map.empty"),
                        strings.get("map.empty.how")).with(button));
                measures.setText("");
            }
            case MapViewModel.State.Unavailable() -> {
                var button = new Button(strings.get("action.retry"));
                button.setOnAction(_ -> model.load());
                centre.getChildren().setAll(new Message(Feather.ALERT_TRIANGLE, strings.get("map.unavailable"), "")
                        .with(button));
            }
            case MapViewModel.State.Shown(var projected) -> {
                centre.getChildren().setAll(canvas);
                canvas.show(projected);
                measures.setText(projected.measures().stream().findFirst().map(this::sentence).orElse(""));
            }
        }
    }

    private String sentence(AlignmentMeasures of) {
        return strings.get("map.measures", of.pairs(), three(of.matchedCosine()), three(of.mismatchedCosine()),
                three(of.modalityGap()), three(of.textToImage().recallAt5()), three(of.imageToText().recallAt5()),
                of.textToImage().medianRank(), three(of.alignment()), three(of.uniformityText()),
                three(of.uniformityImage()));
    }

    private String three(double value) {
        return Numbers.decimals(strings, value, 3);
    }

    private void open(int index) {
        if (model.state().get() instanceof MapViewModel.State.Shown(var projected)) {
            navigator.openExample(projected.examples()[index]);
        }
    }

    private void render(MapViewModel.@Nullable Chosen chosen) {
        if (chosen == null || !(model.state().get() instanceof MapViewModel.State.Shown(var projected))) {
            side.getChildren().setAll(new Message(Feather.MOUSE_POINTER, strings.get("map.choose"), ""));
            canvas.mark(-1, new int[0]);
            return;
        }
        canvas.mark(chosen.index(), chosen.near().stream()
                .mapToInt(near -> MapViewModel.indexOf(projected.examples(), near.row().example().id()))
                .filter(i -> i >= 0).toArray());
        var example = chosen.row().example();
        var picture = new ImageView();
        picture.setPreserveRatio(true);
        // Low enough that the first neighbours are seen without scrolling.
        picture.setFitWidth(PICTURE_PX);
        picture.setFitHeight(PICTURE_HEIGHT_PX);
        if (example.image() != null) {
            pictures.load(example.image(), PICTURE_PX, loaded -> {
                if (loaded instanceof Pictures.Picture.Decoded(var decoded)) {
                    picture.setImage(decoded);
                }
            });
        }
        var tweet = new TextFlow();
        TweetText.show(tweet, example.text(), 19);
        var about = new Label(example.key() + "  ·  " + strings.get("split." + example.split().key()));
        about.getStyleClass().add("about");
        var open = new Button(strings.get("map.open"));
        open.setOnAction(_ -> navigator.openExample(example.id()));
        side.getChildren().setAll(picture, about, tweet);
        model.tasks().get().forEach(task -> {
            var cell = chosen.row().predicted().get(task.name());
            var bars = new ProbabilityBars();
            bars.show(task.labelNames().stream().map(name -> strings.getOr("label." + name, name)).toList(),
                    cell == null ? List.of() : task.labelNames().stream().map(cell.probabilities()::get).toList(),
                    IntStream.range(0, task.labels().size()).mapToObj(i -> LabelColours.of(task, i)).toList());
            side.getChildren().add(bars);
        });
        side.getChildren().addAll(open, neighbours(chosen));
    }

    private Node neighbours(MapViewModel.Chosen chosen) {
        var title = new Label(strings.get("map.neighbours"));
        title.getStyleClass().add("heading");
        var space = new ComboBox<MapViewModel.Space>();
        space.getItems().setAll(MapViewModel.Space.values());
        space.setValue(model.space().get());
        space.setConverter(new Named<>(one -> strings.get("map.space." + one.name().toLowerCase(Locale.ROOT))));
        space.valueProperty().subscribe(one -> {
            if (one != null) {
                model.space().set(one);
            }
        });
        var head = new HBox(10, title, space);
        head.setAlignment(Pos.CENTER_LEFT);
        var list = new VBox(6, head);
        chosen.near().forEach(near -> list.getChildren().add(neighbour(near.row(), near.cosine())));
        return list;
    }

    private Node neighbour(ExampleRow row, double cosine) {
        var picture = new ImageView();
        picture.setPreserveRatio(true);
        picture.setFitWidth(SMALL_PX);
        var frame = new StackPane(picture);
        frame.setMinSize(SMALL_PX, 48);
        if (row.example().image() != null) {
            pictures.load(row.example().image(), SMALL_PX * 2, loaded -> {
                if (loaded instanceof Pictures.Picture.Decoded(var decoded)) {
                    picture.setImage(decoded);
                }
            });
        }
        var tweet = new TextFlow();
        tweet.getStyleClass().add("small-tweet");
        TweetText.show(tweet, row.example().text(), 14);
        // As a button's graphic it is measured before its width is known: without one, it grows tall.
        tweet.setMinWidth(SMALL_TEXT_PX);
        tweet.setMaxWidth(SMALL_TEXT_PX);
        var figure = new Label(three(cosine));
        figure.getStyleClass().add("figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        var content = new HBox(8, frame, tweet, figure);
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", content);
        button.getStyleClass().addAll("flat", "neighbour");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(row.example().text());
        button.setOnAction(_ -> model.chooseExample(row.example().id()));
        return button;
    }
}
