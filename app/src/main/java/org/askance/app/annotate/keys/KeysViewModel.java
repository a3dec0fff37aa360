package org.askance.app.annotate.keys;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.Stroke;
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
        record OfTheWindow(Stroke stroke) implements Refusal {}

        /// Dialogs and fields need it.
        record Reserved(Stroke stroke) implements Refusal {}
    }

    private static final List<String> RESERVED = List.of("ESCAPE", "TAB");

    private final Preferences preferences;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<KeyTable> table;
    private final ObjectProperty<@Nullable Refusal> refusal = new SimpleObjectProperty<>();

    public KeysViewModel(Preferences preferences, Jobs jobs) {
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

    /// Gives `action` one more key, unless that does something already.
    ///
    /// @param takenByWindow whether the window has a use for it
    public void add(KeyAction action, Stroke stroke, boolean takenByWindow) {
        var holder = table.get().find(stroke).filter(found -> !found.equals(new Command.Act(action)));
        if (RESERVED.contains(stroke.key())) {
            refusal.set(new Refusal.Reserved(stroke));
        } else if (takenByWindow) {
            refusal.set(new Refusal.OfTheWindow(stroke));
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
