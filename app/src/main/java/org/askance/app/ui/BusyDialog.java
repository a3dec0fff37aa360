package org.askance.app.ui;

import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;

/// Keeps a dialog open while its work runs: closing it cancels instead, or the work would have no window left. FX
/// thread.
public final class BusyDialog {

    private BusyDialog() {}

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
