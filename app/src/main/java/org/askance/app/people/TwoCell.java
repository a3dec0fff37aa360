package org.askance.app.people;

import javafx.scene.control.ListCell;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.app.work.TaskAgreement;
import org.jspecify.annotations.Nullable;

/// Two annotators to compare.
final class TwoCell extends ListCell<TaskAgreement.Two> {

    private static final double EMOJI_PX = 16;

    private final Strings strings;

    TwoCell(Strings strings) {
        this.strings = strings;
    }

    @Override
    protected void updateItem(TaskAgreement.@Nullable Two pair, boolean empty) {
        super.updateItem(pair, empty);
        setGraphic(pair == null || empty
                ? null
                : new EmojiLine(strings.get("agreement.two", pair.first(), pair.second()), EMOJI_PX));
    }
}
