package org.askance.app.duplicates;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A group in the list: how its pairs resemble each other, how many they are and where. FX thread.
final class DuplicateGroupCell extends ListCell<DuplicateGroup> {

    private final Strings strings;
    private final Label title = new WrappingLabel("");
    private final Label where = new WrappingLabel("");
    private final VBox box = new VBox(3, title, where);

    DuplicateGroupCell(Strings strings) {
        this.strings = strings;
        title.getStyleClass().add("group-title");
        where.getStyleClass().add("about");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DuplicateGroup group, boolean empty) {
        super.updateItem(group, empty);
        box.getStyleClass().remove("straddles");
        if (empty || group == null) {
            setGraphic(null);
            return;
        }
        title.setText(new TreeSet<>(group.kinds()).stream()
                .map(kind -> strings.get("duplicates.kind." + kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" · ")));
        var splits = group.members().stream().map(DuplicateGroup.Member::split).distinct()
                .map(this::named).collect(Collectors.joining(", "));
        where.setText(strings.get(group.straddles() ? "duplicates.across" : "duplicates.within",
                group.members().size(), splits));
        title.setGraphic(group.straddles() ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
        if (group.straddles()) {
            box.getStyleClass().add("straddles");
        }
        setGraphic(box);
    }

    private String named(Split split) {
        return strings.get("split." + split.key());
    }
}
