package org.askance.app.ui;

import javafx.scene.Parent;

/// A view that the window hosts.
public interface Feature {

    Place place();

    Parent view();

    /// It has come to the front.
    void shown();
}
