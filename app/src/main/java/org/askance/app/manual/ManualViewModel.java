package org.askance.app.manual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;

/// Which page is read, from where one came, and what is looked for. FX thread only; touches no control.
public final class ManualViewModel {

    /// What is shown.
    sealed interface State {
        record Busy() implements State {}

        /// @param hits what is listed instead of all pages; none while nothing is looked for
        record Reading(Manual manual, Place place, Optional<List<Manual.Hit>> hits) implements State {}

        record Unavailable() implements State {}
    }

    /// Where one reads.
    ///
    /// @param anchor of a heading; empty for the beginning
    public record Place(ManualPage page, String anchor) {}

    private final Jobs jobs;
    private final String language;
    private final Consumer<String> outside;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private Place place = new Place(ManualPage.CONTENTS, "");
    private boolean loading;

    /// @param language such as `de`
    /// @param outside  shows an address in the browser
    public ManualViewModel(Jobs jobs, String language, Consumer<String> outside) {
        this.jobs = jobs;
        this.language = language;
        this.outside = outside;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /// What is read, or will be once the pages are there.
    public Place place() {
        return place;
    }

    /// Goes to a page; one can go back from there.
    public void open(Place to) {
        if (state.get() instanceof State.Reading && !to.equals(place)) {
            behind.push(place);
            ahead.clear();
        }
        place = to;
        show();
    }

    public void open(ManualPage page) {
        open(new Place(page, ""));
    }

    void back() {
        step(behind, ahead);
    }

    void forward() {
        step(ahead, behind);
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            to.push(place);
            place = from.pop();
            show();
        }
    }

    private void show() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        if (state.get() instanceof State.Reading reading) {
            state.set(new State.Reading(reading.manual, place, reading.hits));
        } else {
            load();
        }
    }

    void load() {
        if (loading) {
            return;
        }
        loading = true;
        state.set(new State.Busy());
        jobs.quietly(_ -> Manual.read(language), manual -> {
            loading = false;
            state.set(new State.Reading(manual, place, Optional.empty()));
        }, () -> {
            loading = false;
            state.set(new State.Unavailable());
        });
    }

    /// Lists what holds all of `words`; all pages where there are none.
    void find(String words) {
        if (state.get() instanceof State.Reading reading) {
            state.set(new State.Reading(reading.manual, place, words.isBlank()
                    ? Optional.empty()
                    : Optional.of(reading.manual.find(words))));
        }
    }

    /// Follows a link as it is written in a page: to another page, a heading, or out into the browser.
    public void follow(String destination) {
        int sign = destination.indexOf('#');
        String file = sign < 0 ? destination : destination.substring(0, sign);
        String anchor = sign < 0 ? "" : destination.substring(sign + 1);
        if (file.isEmpty()) {
            open(new Place(place.page, anchor));
        } else {
            ManualPage.of(file.replaceFirst("\\.md$", "")).ifPresentOrElse(page -> open(new Place(page, anchor)),
                    () -> outside.accept(destination));
        }
    }
}
