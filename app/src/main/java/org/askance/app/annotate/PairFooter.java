package org.askance.app.annotate;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.text.Strings;
import org.askance.app.ui.FittingRow;
import org.jspecify.annotations.Nullable;

/// Below the pair: where one is, how much is answered, and the keys needed most. FX thread.
final class PairFooter extends HBox {

    private static final List<KeyAction> HINTS = List.of(KeyAction.ACCEPT, KeyAction.HELP, KeyAction.UNDO,
            KeyAction.SKIP, KeyAction.FLAG, KeyAction.COMMENT, KeyAction.EXPLAIN);

    private final Strings strings;
    private final KeyNames names;
    private final Label position = new Label();
    private final Label answered = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final FittingRow hints = new FittingRow();
    /// `null` where no key agrees with the network.
    private @Nullable Node accept;
    private boolean acceptable = true;

    PairFooter(Strings strings, KeyNames names) {
        super(14);
        this.strings = strings;
        this.names = names;
        position.setMinWidth(Region.USE_PREF_SIZE);
        answered.getStyleClass().add("about");
        answered.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMinHeight(6);
        bar.setMinWidth(60);
        bar.setPrefSize(140, 6);
        HBox.setHgrow(hints, Priority.ALWAYS);
        getChildren().setAll(position, bar, answered, hints);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("footer");
    }

    void hint(KeyTable table) {
        accept = null;
        hints.show(HINTS.stream().filter(action -> !table.of(action).isEmpty()).map(action -> {
            var hint = hint(strings.get("keys.hint." + action.key()), names.first(table.of(action)));
            if (action == KeyAction.ACCEPT) {
                accept = hint;
            }
            return hint;
        }).toList());
        offer();
    }

    /// Pale rather than gone: the others would leap about from pair to pair.
    private void offer() {
        if (accept != null) {
            accept.setDisable(!acceptable);
        }
    }

    void show(AnnotateViewModel.State.Asking asking) {
        position.setText(strings.get("annotate.position", asking.position(), asking.total()));
        answered.setText(strings.get("annotate.answered", asking.answered(), asking.total()));
        bar.setProgress((double) asking.answered() / asking.total());
        acceptable = Agreeing.of(asking) instanceof Agreeing.Saying;
        offer();
    }

    private static Node hint(String text, String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        var label = new Label(text, cap);
        label.getStyleClass().add("hint");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
