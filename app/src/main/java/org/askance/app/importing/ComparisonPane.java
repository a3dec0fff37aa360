package org.askance.app.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.report.BeforeLine;
import org.askance.app.text.Strings;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Change;

/// What an import would change of pairs that are there, before it does: each kind of change can be left out. FX thread.
final class ComparisonPane extends VBox {

    private static final int KEYS = 8;

    private final Strings strings;
    private final String annotator;

    /// @param annotator who imports
    /// @param updates gets which changes are taken over: at once, and whenever a box is ticked
    ComparisonPane(Strings strings, ImportReport report, String annotator, Consumer<EnumSet<Change>> updates) {
        super(12);
        this.strings = strings;
        this.annotator = annotator;
        setId("import-comparison");
        getStyleClass().add("import-comparison");
        var heading = wrapped(
                report.wouldChangeNothing()
                        ? strings.get("import.same", report.unchanged())
                        : strings.get("import.would", report.added(), report.known()));
        heading.getStyleClass().add("import-heading");
        heading.setId("import-would");
        getChildren().add(heading);
        if (report.before() != null) {
            var before = wrapped(BeforeLine.of(report.before(), strings));
            before.getStyleClass().add("about");
            getChildren().add(before);
        }
        var table = new ChangesTable(strings, report.changes().first());
        boxes(report, updates, table);
        if (report.judged() > 0) {
            getChildren().add(wrapped(strings.get("import.judged.rows", report.judged())));
        }
        if (report.gone().count() > 0) {
            getChildren().add(wrapped(strings.get("import.gone", report.gone().count(), keys(report.gone().first(),
                    report.gone().count()))));
        }
        if (report.filesLeftOut() > 0) {
            getChildren().add(wrapped(strings.get("import.files", report.filesLeftOut())));
        }
        if (report.rowsInTrouble() > 0) {
            getChildren().add(wrapped(strings.get("import.would.problems", report.rowsInTrouble())));
        }
        if (report.changes().count() > 0) {
            VBox.setVgrow(table, Priority.ALWAYS);
            getChildren().add(table);
        }
        if (report.changes().count() > report.changes().first().size()) {
            getChildren().add(about("import.changes.cut", report.changes().first().size(), report.changes().count()));
        }
    }

    private void boxes(ImportReport report, Consumer<EnumSet<Change>> updates, ChangesTable table) {
        var chosen = EnumSet.noneOf(Change.class);
        var changed = new TreeMap<>(report.changed());
        chosen.addAll(changed.keySet());
        // Nobody answers without wanting to.
        chosen.remove(Change.ANSWER);
        updates.accept(EnumSet.copyOf(chosen));
        table.follow(chosen);
        if (changed.isEmpty()) {
            return;
        }
        var boxes = new VBox(6, about("import.follows"));
        getChildren().add(boxes);
        changed.forEach((change, pairs) -> {
            var box = new CheckBox(strings.get("import.changed." + change.name().toLowerCase(Locale.ROOT),
                    pairs.count(), keys(pairs.keys(), pairs.count()), annotator));
            box.setId("import-follow-" + change.name().toLowerCase(Locale.ROOT));
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setSelected(chosen.contains(change));
            box.selectedProperty().subscribe((_, on) -> {
                if (on) {
                    chosen.add(change);
                } else {
                    chosen.remove(change);
                }
                updates.accept(EnumSet.copyOf(chosen));
                table.follow(chosen);
            });
            boxes.getChildren().add(box);
        });
    }

    private static String keys(List<String> first, int count) {
        var shown = String.join(", ", first.stream().limit(KEYS).toList());
        return count > KEYS ? shown + " …" : shown;
    }

    private Label about(String key, Object... values) {
        var label = wrapped(strings.get(key, values));
        label.getStyleClass().add("about");
        return label;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
