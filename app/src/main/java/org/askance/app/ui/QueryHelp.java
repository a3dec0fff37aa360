package org.askance.app.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.askance.app.text.Strings;
import org.controlsfx.control.PopOver;

/// The grammar of queries, by example. FX thread.
final class QueryHelp {

    private record Line(String example, String key) {}

    private static final List<Line> LINES = List.of(new Line("rain love", "query.help.words"),
            new Line("\"lovely weather\"", "query.help.phrase"), new Line("label:sarcastic", "query.help.label"),
            new Line("sarcasm:none", "query.help.task"), new Line("given:  answer:  pred:", "query.help.sources"),
            new Line("conf<0.6  conf:sarcasm>=90%", "query.help.conf"),
            new Line("margin<0.1  entropy>0.6", "query.help.margin"), new Line("split:train,test", "query.help.split"),
            new Line("by:ada", "query.help.by"), new Line("is:flagged  flag:spam", "query.help.flag"),
            new Line("disagree", "query.help.disagree"), new Line("disagree:annotators", "query.help.annotators"),
            new Line("has:comment  is:gold", "query.help.has"), new Line("key:6801*", "query.help.key"),
            new Line("a b   a or b   -a   (…)", "query.help.logic"));

    private static final double LEAST_PX = 160;
    private static final double ARROW_PX = 32;

    private final PopOver popOver = new PopOver();
    private final ScrollPane scroll = new ScrollPane();

    QueryHelp(Strings strings) {
        var grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(7);
        for (int i = 0; i < LINES.size(); i++) {
            var example = new Label(LINES.get(i).example());
            example.getStyleClass().add("query-example");
            example.setMinWidth(Region.USE_PREF_SIZE);
            var about = new Label(strings.get(LINES.get(i).key()));
            about.setWrapText(true);
            about.getStyleClass().add("query-about");
            grid.addRow(i, example, about);
        }
        var keys = new Label(strings.get("query.help.keys"));
        keys.getStyleClass().add("about");
        keys.setWrapText(true);
        keys.getStyleClass().add("query-keys");
        var content = new VBox(12, grid, keys);
        content.getStyleClass().add("query-grammar");
        content.setId("query-grammar");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("query-grammar-scroll");
        popOver.setContentNode(scroll);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setAnimated(false);
        popOver.setTitle(strings.get("query.help"));
    }

    void toggle(Node owner) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.getRoot().getStylesheets()
                    .setAll(Objects.requireNonNull(QueryHelp.class.getResource("base.css")).toExternalForm());
            scroll.setMaxHeight(roomBelow(owner));
            popOver.show(owner);
        }
    }

    /// Down to the end of the screen: in larger text the grammar is longer than that, and scrolled.
    private static double roomBelow(Node owner) {
        var place = owner.localToScreen(owner.getBoundsInLocal());
        var room = Screen.getScreensForRectangle(place.getMinX(), place.getMinY(), 1, 1).stream().findFirst()
                .orElse(Screen.getPrimary()).getVisualBounds();
        return Math.max(LEAST_PX, room.getMaxY() - place.getMaxY() - ARROW_PX);
    }
}
