package org.askance.app.progress;

import java.time.Clock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.jspecify.annotations.Nullable;

/// Says that a break would do good, to who wants to be told. FX thread only; touches no control.
public final class BreakViewModel {

    private final ProjectContext context;
    private final Jobs jobs;
    private final Choices choices;
    private final BreakReminder reminder;
    private final ReadOnlyObjectWrapper<@Nullable Duration> due = new ReadOnlyObjectWrapper<>();

    public BreakViewModel(ProjectContext context, Jobs jobs, Preferences preferences, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.choices = new Choices(preferences);
        this.reminder = new BreakReminder(clock);
        context.answers().subscribe((_, _) -> worked());
        context.annotator().subscribe((_, _) -> {
            reminder.forget();
            due.set(null);
        });
    }

    /// How long one has worked without a break, while one is to be told; else `null`.
    ReadOnlyObjectProperty<@Nullable Duration> due() {
        return due.getReadOnlyProperty();
    }

    private void worked() {
        var worked = reminder.worked();
        due.set(reminder.isDue(worked, after()) ? Duration.ofMinutes(worked.toMinutes()) : null);
    }

    /// Minutes of work after which one is told; 0 for never.
    int after() {
        return choices.breakAfter(context.annotator().get());
    }

    void after(int minutes) {
        choices.breakAfter(context.annotator().get(), minutes);
        due.set(null);
        jobs.quietly(_ -> {
            choices.save();
            return true;
        }, _ -> {}, () -> {});
    }

    /// Not now.
    ///
    /// @return whether there was anything to put off
    public boolean putOff() {
        if (due.get() == null) {
            return false;
        }
        reminder.putOff();
        due.set(null);
        return true;
    }
}
