package org.askance.app.ui;

import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;

/// Keeps a dialog open while its work runs: closing it cancels instead, or the work would have no window left. It can
/// step aside, though, so that the rest of the program can be used meanwhile. FX thread.
public final class BusyDialog {

    private final Dialog<?> dialog;
    private final Button aside;
    private boolean away;

    private BusyDialog(Dialog<?> dialog, Button aside) {
        this.dialog = dialog;
        this.aside = aside;
    }

    /// As [#keep], with a button that hides the dialog while its work goes on.
    ///
    /// @param aside that button
    public static BusyDialog stepping(Dialog<?> dialog, Button close, Button aside, BooleanSupplier busy,
            Runnable cancel) {
        var made = new BusyDialog(dialog, aside);
        keep(dialog, close, () -> busy.getAsBoolean() && !made.away, cancel);
        aside.managedProperty().bind(aside.visibleProperty());
        aside.setVisible(false);
        aside.addEventFilter(ActionEvent.ACTION, _ -> made.away = true);
        return made;
    }

    /// @param busy while it can step aside
    /// @param over whether there is something to tell: it comes back if it stepped aside
    public void tell(boolean busy, boolean over) {
        aside.setVisible(busy);
        if (over && away) {
            away = false;
            dialog.show();
        }
    }

    /// @param close its button for closing
    public static void keep(Dialog<?> dialog, Button close, BooleanSupplier busy, Runnable cancel) {
        close.addEventFilter(ActionEvent.ACTION, event -> unless(busy, cancel, event));
        dialog.setOnCloseRequest(event -> unless(busy, cancel, event));
    }

    private static void unless(BooleanSupplier busy, Runnable cancel, Event event) {
        if (busy.getAsBoolean()) {
            event.consume();
            cancel.run();
        }
    }
}
