package org.askance.app.ui;

/// Goes from one feature to another; features do not know each other.
public interface Navigator {

    void show(Place place);

    /// Shows one example, large, ready to be answered.
    void openExample(long id);

    /// Looks for pictures that are not where they were.
    void relink();

    /// Asks where pairs are to be imported from.
    void importPairs();
}
