package org.askance.app.annotate.keys;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeymap;
import org.askance.app.ui.WindowKeys;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// One person's keys, kept in their settings, with the labels of the open project. A key that does something
/// already is refused. FX thread only; touches no control.
public final class KeysViewModel {

    /// Why a change was refused.
    public sealed interface Refusal {

        /// @param holder what the stroke does already
        record Taken(Stroke stroke, Command holder) implements Refusal {}

        /// The window takes it, wherever one is.
        ///
        /// @param holder what it does there; `null` where that cannot be changed
        record OfTheWindow(Stroke stroke, @Nullable WindowAction holder) implements Refusal {}

        /// The whole window cannot take it: it types.
        record Bare(Stroke stroke) implements Refusal {}

        /// Dialogs and fields need it.
        record Reserved(Stroke stroke) implements Refusal {}
    }

    private static final List<String> RESERVED = List.of("ESCAPE", "TAB");
    /// Fields copy, paste and undo by these, and lists select and search.
    private static final List<String> OF_FIELDS = List.of("A", "C", "F", "V", "X", "Y", "Z");
    private static final Stroke MANUAL = new Stroke("F1", false, false, false);

    private final Preferences preferences;
    private final Jobs jobs;
    private final WindowKeys window;
    private final ReadOnlyObjectWrapper<KeyTable> table;
    private final ObjectProperty<@Nullable Refusal> refusal = new SimpleObjectProperty<>();

    public KeysViewModel(Preferences preferences, Jobs jobs, WindowKeys window) {
        this.window = window;
        this.preferences = preferences;
        this.jobs = jobs;
        this.table = new ReadOnlyObjectWrapper<>(new KeyTable(Keymap.parse(preferences::find), List.of()));
    }

    public ReadOnlyObjectProperty<KeyTable> table() {
        return table.getReadOnlyProperty();
    }

    /// Why the last change was refused; `null` if it was not.
    public ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
        return refusal;
    }

    /// What was refused has been read.
    public void forgive() {
        refusal.set(null);
    }

    /// From now on these tasks are answered.
    public void tasks(List<TaskDefinition> tasks) {
        if (!tasks.equals(table.get().tasks())) {
            table.set(new KeyTable(table.get().keymap(), tasks));
        }
    }

    public ReadOnlyObjectProperty<WindowKeymap> window() {
        return window.keymap();
    }

    /// Gives an action of the whole window one more key, unless that does something already.
    public void add(WindowAction action, Stroke stroke) {
        var holder = table.get().find(stroke);
        var other = window.keymap().get().find(stroke).filter(found -> found != action);
        if (RESERVED.contains(stroke.key())
                || (stroke.shortcut() && !stroke.alt() && !stroke.shift() && OF_FIELDS.contains(stroke.key()))) {
            refusal.set(new Refusal.Reserved(stroke));
        } else if (stroke.equals(MANUAL)) {
            refusal.set(new Refusal.OfTheWindow(stroke, null));
        } else if (stroke.isBare()) {
            refusal.set(new Refusal.Bare(stroke));
        } else if (holder.isPresent()) {
            refusal.set(new Refusal.Taken(stroke, holder.get()));
        } else if (other.isPresent()) {
            refusal.set(new Refusal.OfTheWindow(stroke, other.get()));
        } else {
            refusal.set(null);
            window.keep(window.keymap().get().with(action, stroke));
        }
    }

    public void remove(WindowAction action, Stroke stroke) {
        refusal.set(null);
        window.keep(window.keymap().get().without(action, stroke));
    }

    /// Gives `action` one more key, unless that does something already.
    public void add(KeyAction action, Stroke stroke) {
        var ofWindow = window.keymap().get().find(stroke);
        var holder = table.get().find(stroke).filter(found -> !found.equals(new Command.Act(action)));
        if (RESERVED.contains(stroke.key())) {
            refusal.set(new Refusal.Reserved(stroke));
        } else if (ofWindow.isPresent() || stroke.equals(MANUAL)) {
            refusal.set(new Refusal.OfTheWindow(stroke, ofWindow.orElse(null)));
        } else if (holder.isPresent()) {
            refusal.set(new Refusal.Taken(stroke, holder.get()));
        } else {
            keep(table.get().keymap().with(action, stroke));
        }
    }

    public void remove(KeyAction action, Stroke stroke) {
        keep(table.get().keymap().without(action, stroke));
    }

    /// From now on `block` answers both tasks, unless one of its keys does something already.
    public void answerBoth(Block block) {
        var wanted = new KeyTable(table.get().keymap().with(block), table.get().tasks());
        var clash = wanted.clashes().stream().filter(one -> !table.get().clashes().contains(one)).findFirst();
        if (clash.isPresent()) {
            var one = clash.get();
            refusal.set(new Refusal.Taken(one.stroke(), one.first() instanceof Command.Both
                    ? one.second()
                    : one.first()));
        } else {
            keep(wanted.keymap());
        }
    }

    /// All keys as they were before anyone changed them.
    public void reset() {
        window.keep(WindowKeymap.USUAL);
        keep(Keymap.USUAL);
    }

    private void keep(Keymap keymap) {
        refusal.set(null);
        table.set(new KeyTable(keymap, table.get().tasks()));
        keymap.format().forEach(preferences::put);
        jobs.quietly(_ -> {
            preferences.save();
            return keymap;
        }, _ -> {}, () -> {});
    }
}
