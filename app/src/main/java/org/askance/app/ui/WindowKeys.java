package org.askance.app.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.askance.app.text.Strings;

/// The keys of the whole window, what they do, and their names for whoever shows them. FX thread.
public final class WindowKeys {

    private final Preferences preferences;
    private final Jobs jobs;
    private final StrokeNames names;
    private final ReadOnlyObjectWrapper<WindowKeymap> keymap;
    private final Map<WindowAction, Runnable> actions = new EnumMap<>(WindowAction.class);
    private final List<KeyCombination> given = new ArrayList<>();

    public WindowKeys(Preferences preferences, Jobs jobs, Strings strings) {
        this.preferences = preferences;
        this.jobs = jobs;
        this.names = new StrokeNames(strings);
        this.keymap = new ReadOnlyObjectWrapper<>(WindowKeymap.parse(preferences::find));
    }

    public ReadOnlyObjectProperty<WindowKeymap> keymap() {
        return keymap.getReadOnlyProperty();
    }

    /// From now on a key of `action` runs `what`.
    public void when(WindowAction action, Runnable what) {
        actions.put(action, what);
    }

    /// The keys work in `scene` from now on, whatever they are.
    public void workIn(Scene scene) {
        keymap.subscribe(now -> {
            scene.getAccelerators().keySet().removeAll(given);
            given.clear();
            actions.forEach((action, what) -> now.of(action).forEach(stroke -> stroke.combination().ifPresent(keys -> {
                given.add(keys);
                scene.getAccelerators().put(keys, what);
            })));
        });
    }

    /// Hears the name of the first key of `action`, now and whenever it is another; empty where it has none.
    public void tell(WindowAction action, Consumer<String> shown) {
        keymap.subscribe(now -> shown.accept(
                now.of(action).isEmpty() ? "" : names.of(now.of(action).getFirst())));
    }

    /// Keeps other keys.
    public void keep(WindowKeymap other) {
        keymap.set(other);
        other.format().forEach(preferences::put);
        jobs.quietly(_ -> {
            preferences.save();
            return other;
        }, _ -> {}, () -> {});
    }
}
