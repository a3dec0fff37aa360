package org.askance.app.guidelines;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.jspecify.annotations.Nullable;

/// A version, and since when it is in force.
final class VersionCell extends ListCell<Guideline> {

    /// What is being written, among the versions.
    static final Guideline DRAFT = new Guideline(0, "", Instant.MAX);

    private final Strings strings;

    VersionCell(Strings strings) {
        this.strings = strings;
    }

    @Override
    protected void updateItem(@Nullable Guideline version, boolean empty) {
        super.updateItem(version, empty);
        if (version == null || empty) {
            setGraphic(null);
            return;
        }
        var name = new Label(version.equals(DRAFT)
                ? strings.get("guidelines.draft")
                : strings.get("guidelines.version", version.version()));
        var about = new Label(version.equals(DRAFT)
                ? strings.get("guidelines.draft.how")
                : Dates.moment(strings).format(version.at()));
        about.getStyleClass().add("about");
        setGraphic(new VBox(1, name, about));
    }
}
