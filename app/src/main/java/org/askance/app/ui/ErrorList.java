package org.askance.app.ui;

import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.error.ErrorReporter.Report;

/// What failed since the program started, the newest first; the same fault again is counted, not repeated. FX thread.
public final class ErrorList {

    private static final int MOST = 100;

    /// One fault.
    ///
    /// @param report as it was the last time
    /// @param first  when it happened the first time
    public record Entry(Report report, Instant first, int times) {

        private boolean isSame(Report other) {
            return report.code().equals(other.code()) && report.sentence().equals(other.sentence())
                    && report.attempted().equals(other.attempted());
        }
    }

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();

    public ObservableList<Entry> entries() {
        return shown;
    }

    /// How many happened since a person last looked.
    public ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    public void add(Report report) {
        var known = entries.stream().filter(entry -> entry.isSame(report)).findFirst();
        known.ifPresent(entries::remove);
        entries.addFirst(known.map(entry -> new Entry(report, entry.first(), entry.times() + 1))
                .orElseGet(() -> new Entry(report, report.at(), 1)));
        if (entries.size() > MOST) {
            entries.removeLast();
        }
        unseen.set(unseen.get() + 1);
    }

    public void seen() {
        unseen.set(0);
    }
}
