package org.askance.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.text.Dates;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.Opinion;
import org.jspecify.annotations.Nullable;

/// Beside the picture: the tweet, what was noted, and the labels with their bars. Its nodes stay from pair to pair.
/// FX thread.
final class PairSide extends ScrollPane {

    private static final double LEAST_PX = 340;
    /// Share of the window.
    private static final double MOST = 0.43;
    /// The same, with something on the other side of the picture.
    private static final double MOST_BESIDE = 0.38;
    private static final double SCROLL_BAR_PX = 14;
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final double TWEET_SHARE = 0.36;

    private final Strings strings;
    private final KeyNames names;
    private final Consumer<Map<String, String>> answer;
    private final Consumer<String> edit;
    private final Label about = new WrappingLabel("");
    private final TweetPages tweet = new TweetPages();
    private final TweetBox box = new TweetBox(tweet);
    private final Label boxes = new WrappingLabel("");
    private final Label another = new WrappingLabel("");
    private final NotesPane notes;
    private final VBox explanation = new VBox();
    private final VBox answers = new VBox(18);
    private final VBox all = new VBox(18);
    private final Label network = new WrappingLabel("");
    private final Tooltip calibrated;
    private List<TaskPane> tasks = List.of();
    private @Nullable BothGrid both;
    private AnnotateViewModel.State.@Nullable Asking shown;
    private boolean scoring;
    private boolean beside;

    /// @param answer gets label by task
    /// @param edit   gets the task whose labels are to be edited
    PairSide(Strings strings, KeyNames names, Consumer<Map<String, String>> answer, Consumer<String> edit) {
        this.strings = strings;
        this.names = names;
        this.answer = answer;
        this.edit = edit;
        notes = new NotesPane(strings);
        about.setId("pair-about");
        about.getStyleClass().add("about");
        network.setId("network");
        calibrated = new Tooltip(strings.get("annotate.calibrated.how"));
        network.getStyleClass().add("about");
        explanation.managedProperty().bind(explanation.visibleProperty());
        explanation.setVisible(false);
        boxes.setText(strings.get("annotate.boxes"));
        boxes.getStyleClass().add("about");
        boxes.managedProperty().bind(boxes.visibleProperty());
        another.setText(strings.get("annotate.picture.another"));
        another.setId("picture-another");
        another.managedProperty().bind(another.visibleProperty());
        another.setVisible(false);
        heightProperty().subscribe(height -> box.limit(TWEET_SHARE * height.doubleValue()));
        var card = new VBox(10, about, another, box, boxes);
        card.getStyleClass().add("card");
        all.getChildren().setAll(card, notes, explanation, answers);
        all.getStyleClass().add("side");
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinWidth(LEAST_PX);
        getStyleClass().add("pair-side");
        sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> requestLayout());
    }

    /// Large letters need a wide pane, but not the picture's half of a small window; words that cannot be narrower are
    /// not cut for it.
    @Override
    protected double computeMaxWidth(double height) {
        if (getScene() == null) {
            return prefWidth(height);
        }
        double window = getScene().getWidth();
        double most = MOST * window;
        return Math.max(LEAST_PX, beside
                ? Math.clamp(all.minWidth(-1) + SCROLL_BAR_PX, MOST_BESIDE * window, most)
                : most);
    }

    /// What explains the prediction, between the tweet and the labels.
    void explainBy(Node node) {
        explanation.getChildren().setAll(node);
        explanation.visibleProperty().bind(node.visibleProperty());
    }

    /// Says whether the picture is not the one that was imported any more.
    void tellAnother(boolean is) {
        another.setVisible(is);
    }

    /// Says whether predictions are on their way.
    void tellScoring(boolean is) {
        scoring = is;
        if (shown != null) {
            network.setText(network(shown));
        }
    }

    /// From now on these tasks are answered with these keys.
    void answerWith(KeyTable table) {
        var made = new ArrayList<TaskPane>();
        for (var task : table.tasks()) {
            made.add(new TaskPane(task, strings, label -> answer.accept(Map.of(task.name(), label)),
                    () -> edit.accept(task.name())));
        }
        tasks = made;
        both = table.canAnswerBoth(table.keymap().block()) ? new BothGrid(table, names, answer) : null;
        answers.getChildren().setAll(tasks);
        if (both != null) {
            answers.getChildren().add(both);
        }
        answers.getChildren().add(network);
    }

    void show(AnnotateViewModel.State.Asking asking) {
        var example = asking.row().example();
        about.setText(example.key() + "  ·  " + strings.get("split." + example.split().key()));
        if (tweet.show(example.text())) {
            box.setVvalue(0);
            setVvalue(0);
        }
        boxes.setVisible(asking.boxes());
        notes.show(asking.marks());
        tasks.forEach(task -> task.show(asking));
        if (both != null) {
            both.show(asking);
        }
        shown = asking;
        network.setText(network(asking));
        network.setTooltip(asking.opinion() == null ? null : calibrated);
    }

    /// Makes ready what will most likely be shown next.
    void prepare(String text) {
        tweet.prepare(text);
    }

    private String network(AnnotateViewModel.State.Asking asking) {
        var opinion = asking.opinion();
        if (opinion == null) {
            return strings.get("annotate.hidden");
        }
        if (asking.row().predicted().isEmpty()) {
            return strings.get(asking.lacksPicture()
                    ? "annotate.unscored.picture"
                    : scoring ? "annotate.scoring" : "annotate.unscored");
        }
        String by = strings.get("annotate.by", opinion.checkpoint(), Dates.day(strings).format(opinion.madeAt()))
                + (asking.lacksPicture() ? " " + strings.get("annotate.picture.before") : "");
        var temperatures = opinion.byTask().values().stream().filter(Opinion.OfTask::isCalibrated).toList();
        return by + " " + (temperatures.isEmpty()
                ? strings.get("annotate.calibrated.not")
                : strings.get("annotate.calibrated", opinion.byTask().entrySet().stream()
                        .filter(one -> one.getValue().isCalibrated()).sorted(Map.Entry.comparingByKey())
                        .map(one -> names.task(one.getKey()) + " "
                                + Numbers.decimals(strings, one.getValue().temperature(), 2))
                        .collect(java.util.stream.Collectors.joining(", "))));
    }

    /// Moves a long text by so many steps.
    void scroll(int steps) {
        box.scroll(steps);
    }

    /// @param newBeside whether something stands on the other side of the picture: all three fit in the smallest window
    void makeRoom(boolean newBeside) {
        beside = newBeside;
        pseudoClassStateChanged(BESIDE, beside);
        requestLayout();
    }
}
