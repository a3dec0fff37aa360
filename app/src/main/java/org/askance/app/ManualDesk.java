package org.askance.app;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.askance.app.manual.ManualKey;
import org.askance.app.manual.ManualViewModel;
import org.askance.app.manual.ManualWindow;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Place;
import org.askance.assets.ManualFiles;
import org.jspecify.annotations.Nullable;

/// The manual, and F1 as the way to it. FX thread.
final class ManualDesk implements AutoCloseable {

    private final Stage stage;
    private final Supplier<Place> place;
    private final ManualViewModel model;
    private final ManualWindow window;
    private final ManualKey key;
    private @Nullable Consumer<String> links;

    /// @param place where one is in the program's window
    ManualDesk(Stage stage, Jobs jobs, Strings strings, Supplier<Place> place) {
        this.stage = stage;
        this.place = place;
        this.model = new ManualViewModel(jobs, language(strings), this::openOutside);
        this.window = new ManualWindow(stage, model, strings);
        this.key = new ManualKey(() -> ManualPage.of(place.get()), window::show);
    }

    /// Of the strings, so that both are in one language.
    private static String language(Strings strings) {
        var locale = strings.bundle().getLocale();
        return locale.equals(Locale.ROOT) ? ManualFiles.ENGLISH : locale.getLanguage();
    }

    /// @param newLinks shows an address in the browser
    void linksOpenedBy(Consumer<String> newLinks) {
        links = newLinks;
    }

    private void openOutside(String address) {
        if (links != null) {
            links.accept(address);
        }
    }

    /// Shows the page for where one is.
    void show() {
        var scene = stage.getScene();
        window.show(ManualPage.around(scene == null ? null : scene.getFocusOwner()).orElseGet(
                () -> ManualPage.of(place.get())), stage);
    }

    /// For tests: follows a link of a page.
    void follow(String destination) {
        model.follow(destination);
    }

    @Override
    public void close() {
        key.close();
        window.close();
    }
}
