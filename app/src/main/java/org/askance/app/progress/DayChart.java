package org.askance.app.progress;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;

/// A bar for each day, as high as pairs were answered on it, with the number above. FX thread.
final class DayChart extends HBox {

    private static final double HEIGHT = 90;
    private static final double LEAST = 2;

    private final Strings strings;

    DayChart(List<WorkDay> days, Strings strings) {
        super(4);
        this.strings = strings;
        setId("progress-days");
        getStyleClass().add("day-chart");
        setAlignment(Pos.BOTTOM_LEFT);
        int most = days.stream().mapToInt(WorkDay::pairs).max().orElse(0);
        days.forEach(day -> getChildren().add(bar(day, most, day.equals(days.getLast()))));
    }

    private VBox bar(WorkDay day, int most, boolean today) {
        int pairs = day.pairs();
        var number = new Label(pairs == 0 ? "" : Integer.toString(pairs));
        number.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        number.getStyleClass().add("day-number");
        var bar = new Region();
        bar.getStyleClass().add(today ? "day-today" : "day-bar");
        double height = most == 0 || pairs == 0 ? LEAST : Math.max(LEAST, HEIGHT * pairs / most);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        var name = new Label(name(day.date()));
        name.getStyleClass().add("day-name");
        name.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var all = new VBox(3, number, bar, name);
        all.setAlignment(Pos.BOTTOM_CENTER);
        all.setMinHeight(Region.USE_PREF_SIZE);
        all.setMinWidth(0);
        all.setPrefWidth(0);
        HBox.setHgrow(all, Priority.ALWAYS);
        all.setAccessibleRole(AccessibleRole.TEXT);
        all.setAccessibleText(strings.get("progress.day", new Sentences(strings).date(day.date()), pairs));
        return all;
    }

    private String name(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, strings.locale()) + "\n"
                + date.format(DateTimeFormatter.ofPattern("d"));
    }
}
