package org.askance.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.error.NotSavedException;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.QueueSettings;
import org.askance.storage.Project;

/// Who annotates at this computer, remembered between starts, and who else does in this project. FX thread only;
/// touches no control.
public final class ProfilesViewModel {

    private static final String ANNOTATOR = "annotator";

    private final ProjectContext context;
    private final Jobs jobs;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());

    public ProfilesViewModel(ProjectContext context, Jobs jobs, Preferences preferences) {
        this.context = context;
        this.jobs = jobs;
        this.preferences = preferences;
        context.annotator().set(preferences.get(ANNOTATOR, context.annotator().get()));
        context.workspace().subscribe(this::load);
    }

    /// What was asked for, for the one who asked.
    public interface Ending {
        void done();

        /// Nothing was changed: someone has that name already.
        void taken();
    }

    /// The project's annotators, and who annotates now even if they have done nothing in it yet.
    public ReadOnlyObjectProperty<List<String>> names() {
        return names.getReadOnlyProperty();
    }

    public void load() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            names.set(List.of());
            return;
        }
        jobs.quietly(_ -> workspace.project().annotators().list(), this::show, () -> {});
    }

    private void show(List<String> known) {
        var all = new ArrayList<>(known);
        if (!all.contains(context.annotator().get())) {
            all.add(context.annotator().get());
        }
        names.set(List.copyOf(all));
    }

    /// From now on `name` annotates here.
    public void use(String name) {
        context.annotator().set(name);
        preferences.put(ANNOTATOR, name);
        preferences.save();
    }

    /// Adds `name` and lets them annotate.
    public void add(String name, Ending ending) {
        change(name, ending, project -> project.annotators().add(name));
    }

    /// Calls who annotates now `name`; all they did stays theirs.
    public void rename(String name, Ending ending) {
        String old = context.annotator().get();
        change(name, ending, project -> rename(project, old, name));
    }

    private static boolean rename(Project project, String old, String name) {
        if (!project.annotators().list().contains(old)) {
            project.annotators().giveUp(old);
            return project.annotators().add(name);
        }
        boolean renamed = project.annotators().rename(old, name);
        String last = QueueSettings.last(project, old);
        if (renamed && last != null) {
            QueueSettings.saveLast(project, name.strip(), last);
        }
        return renamed;
    }

    private void change(String name, Ending ending, Predicate<Project> changing) {
        var workspace = context.workspace().get();
        if (workspace == null || name.isBlank()) {
            return;
        }
        jobs.quietly(_ -> NotSavedException.unless(() -> changing.test(workspace.project())), done -> {
            if (done) {
                use(name.strip());
                load();
                context.answersChanged();
                ending.done();
            } else {
                ending.taken();
            }
        }, () -> {});
    }
}
