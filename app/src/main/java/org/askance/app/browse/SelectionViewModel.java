package org.askance.app.browse;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.storage.query.Query;
import org.jspecify.annotations.Nullable;

/// Which pairs of those found are selected. It outlives scrolling and a new look at the same query; another query ends
/// it, and it is told what was lost. FX thread only; touches no control.
final class SelectionViewModel {

    /// What became of pairs that were selected.
    sealed interface Lost {
        record Nothing() implements Lost {}

        /// Another query was asked.
        record Cleared(int count) implements Lost {}

        /// The same query does not find them any more.
        record NotFound(int count) implements Lost {}
    }

    private final Selection selection = new Selection();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Lost> lost = new ReadOnlyObjectWrapper<>(new Lost.Nothing());
    private @Nullable Query asked;

    SelectionViewModel(BrowseViewModel browse) {
        browse.state().subscribe(this::follow);
    }

    private void follow(BrowseViewModel.State state) {
        switch (state) {
            case BrowseViewModel.State.Busy() -> {
            }
            case BrowseViewModel.State.Closed() -> take(new long[0], null);
            case BrowseViewModel.State.Empty() -> take(new long[0], null);
            case BrowseViewModel.State.Nothing(int _, Query query) -> take(new long[0], query);
            case BrowseViewModel.State.Found(long[] ids, int _, Query query) -> take(ids, query);
        }
    }

    private void take(long[] ids, @Nullable Query query) {
        int before = selection.count();
        boolean another = !Objects.equals(query, asked);
        asked = query;
        if (another) {
            selection.clear();
        }
        int gone = selection.follow(ids);
        if (before > 0) {
            lost.set(another ? new Lost.Cleared(before) : gone > 0 ? new Lost.NotFound(gone) : new Lost.Nothing());
        }
        tell();
    }

    private void tell() {
        count.set(selection.count());
        changes.set(changes.get() + 1);
    }

    /// How many are selected.
    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /// Rises whenever the selection or the cursor may be another.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// What the latest search took from the selection.
    ReadOnlyObjectProperty<Lost> lost() {
        return lost.getReadOnlyProperty();
    }

    /// What was lost belongs to the past.
    void forget() {
        lost.set(new Lost.Nothing());
    }

    /// How many can be selected.
    int found() {
        return selection.found();
    }

    boolean isSelected(int position) {
        return selection.has(position);
    }

    int cursor() {
        return selection.cursor();
    }

    /// The example at the cursor; -1 if there is none.
    long here() {
        return selection.here();
    }

    long[] ids() {
        return selection.ids();
    }

    void only(int position) {
        change(one -> one.only(position));
    }

    void toggle(int position) {
        change(one -> one.toggle(position));
    }

    /// @param adding whether what is selected elsewhere stays so
    void extend(int position, boolean adding) {
        change(one -> one.extend(Math.clamp(position, 0, one.found() - 1), adding));
    }

    void go(int position) {
        change(one -> one.go(position));
    }

    /// All that the query finds, loaded or not.
    void all() {
        change(Selection::all);
    }

    void clear() {
        change(Selection::clear);
    }

    private void change(Consumer<Selection> change) {
        if (selection.found() > 0) {
            lost.set(new Lost.Nothing());
            change.accept(selection);
            tell();
        }
    }
}
