package org.askance.app.labels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.UnknownLabels;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.LabelUse;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskEdit;
import org.askance.storage.annotation.TaskRepository;
import org.jspecify.annotations.Nullable;

/// The project's tasks with their labels, as people edit them: each edit is on disk at once, one after the other, and
/// can be taken back. What cannot be done is refused with a sentence. FX thread only; touches no control.
public final class LabelsViewModel {

    private static final int EDITS = 200;

    /// What is shown.
    public sealed interface State {
        record Busy() implements State {}

        /// @param tasks    retired ones last
        /// @param turns    what undo and redo are about
        /// @param edits    who did what, the newest first
        /// @param readOnly why nothing can be changed, as a sentence; empty if it can
        record Ready(List<KeptTask> tasks, TaskRepository.Turns turns, List<TaskEdit> edits, UnknownLabels unknown,
                String readOnly) implements State {
            public Ready {
                tasks = List.copyOf(tasks);
                edits = List.copyOf(edits);
            }

            /// Those that are asked.
            List<TaskDefinition> asked() {
                return tasks.stream().filter(task -> !task.retired()).map(Ready::definition).toList();
            }

            static TaskDefinition definition(KeptTask task) {
                return new TaskDefinition(task.name(), task.offered().stream()
                        .map(label -> new LabelDefinition(label.name(), label.key(), label.colour())).toList());
            }

            Optional<KeptTask> task(String name) {
                return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
            }
        }

        record Unavailable() implements State {}
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final KeyHolders holders;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<String> selected = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    /// Edits that were asked for while another was being saved.
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean saving;

    public LabelsViewModel(ProjectContext context, Jobs jobs, Strings strings, KeyHolders holders) {
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.holders = holders;
        context.workspace().subscribe((_, _) -> state.set(new State.Busy()));
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The name of the task whose labels are shown; empty for none.
    public ReadOnlyObjectProperty<String> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Why the last edit was refused, as a sentence; empty if it was not.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// What was refused has been read.
    public void forgive() {
        refusal.set("");
    }

    public void select(String task) {
        if (!task.equals(selected.get())) {
            // It is said beside the labels it is about.
            forgive();
        }
        selected.set(task);
    }

    /// The task whose labels are shown; empty while there is none.
    Optional<KeptTask> task() {
        return state.get() instanceof State.Ready ready ? ready.task(selected.get()) : Optional.empty();
    }

    /// Looks at the project anew.
    public void load() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            show(new State.Ready(List.of(), new TaskRepository.Turns(null, null), List.of(),
                    new UnknownLabels("", java.util.Map.of()), strings.get("labels.no.project")));
            return;
        }
        jobs.quietly(_ -> read(workspace), ready -> {
            if (workspace.equals(context.workspace().get())) {
                show(ready);
            }
        }, () -> state.set(new State.Unavailable()));
    }

    private State.Ready read(Workspace workspace) {
        var tasks = workspace.project().tasks();
        return new State.Ready(tasks.kept(), tasks.turns(), tasks.edits(EDITS), UnknownLabels.of(workspace),
                workspace.project().whyReadOnly().in(strings::told));
    }

    private void show(State.Ready ready) {
        if (ready.task(selected.get()).isEmpty()) {
            selected.set(ready.tasks.isEmpty() ? "" : ready.tasks.getFirst().name());
        }
        state.set(ready);
    }

    LabelKeys keys() {
        return new LabelKeys(state.get() instanceof State.Ready ready ? ready.asked() : List.of(), holders, strings);
    }

    /// Does `work` with what there is now; ignored while there is nothing.
    private void propose(Consumer<Proposals> work) {
        if (state.get() instanceof State.Ready ready) {
            work.accept(new Proposals(ready, keys(), strings));
        }
    }

    private void propose(String task, BiConsumer<Proposals, KeptTask> work) {
        propose(proposals -> proposals.ready().task(task).ifPresent(kept -> work.accept(proposals, kept)));
    }

    void addTask(Preset preset) {
        propose(proposals -> {
            var task = proposals.task(preset);
            edit(proposals.taskNameProblem("", task.name()), task.name(), List.of(new TaskChange.AddTask(task)));
        });
    }

    void renameTask(String task, String name) {
        propose(proposals -> edit(proposals.taskNameProblem(task, name), name.strip(),
                List.of(new TaskChange.RenameTask(task, name.strip()))));
    }

    /// @param by −1 to the front, 1 to the back; what would fall off the end is ignored
    void moveTask(String task, int by) {
        propose(proposals -> Proposals
                .moved(proposals.ready().asked().stream().map(TaskDefinition::name).toList(), task, by)
                .ifPresent(names -> edit(Optional.empty(), task, List.of(new TaskChange.OrderTasks(names)))));
    }

    void retireTask(String task) {
        propose(proposals -> edit(proposals.lastTask(task), task, List.of(new TaskChange.RetireTask(task))));
    }

    void restoreTask(String task) {
        propose(task, (proposals, kept) -> edit(Optional.empty(), task, proposals.restored(kept)));
    }

    void removeTask(String task) {
        propose(proposals -> edit(proposals.lastTask(task), task, List.of(new TaskChange.RemoveTask(task))));
    }

    void addLabel(String task) {
        propose(task, (proposals, kept) -> edit(Optional.empty(), task,
                List.of(new TaskChange.AddLabel(task, proposals.label(kept)))));
    }

    void renameLabel(String task, String label, String name) {
        change(task, label, (proposals, kept) -> proposals.nameProblem(kept, label, name),
                old -> new LabelDefinition(name.strip(), old.key(), old.colour()));
    }

    void changeKey(String task, String label, String key) {
        change(task, label, (proposals, _) -> proposals.keys().problem(task, label, key),
                old -> new LabelDefinition(old.name(), LabelKeys.written(key).orElse(key), old.colour()));
    }

    void changeColour(String task, String label, String colour) {
        change(task, label, (_, _) -> Optional.empty(), old -> new LabelDefinition(old.name(), old.key(), colour));
    }

    private void change(String task, String label, BiFunction<Proposals, KeptTask, Optional<String>> problem,
            UnaryOperator<LabelDefinition> to) {
        propose(task, (proposals, kept) -> State.Ready.definition(kept).labels().stream()
                .filter(one -> one.name().equals(label) && !to.apply(one).equals(one)).findFirst()
                .ifPresent(old -> edit(problem.apply(proposals, kept), task,
                        List.of(new TaskChange.ChangeLabel(task, label, to.apply(old))))));
    }

    /// @param by −1 to the front, 1 to the back; what would fall off the end is ignored
    void moveLabel(String task, String label, int by) {
        propose(task, (_, kept) -> Proposals.moved(State.Ready.definition(kept).labelNames(), label, by)
                .ifPresent(names -> edit(Optional.empty(), task,
                        Proposals.keepingColours(kept, 0, new TaskChange.OrderLabels(task, names)))));
    }

    void retireLabel(String task, String label) {
        leave(task, label, new TaskChange.RetireLabel(task, label));
    }

    void mergeLabel(String task, String label, String into) {
        leave(task, label, new TaskChange.MergeLabel(task, label, into));
    }

    void removeLabel(String task, String label) {
        leave(task, label, new TaskChange.RemoveLabel(task, label));
    }

    private void leave(String task, String label, TaskChange change) {
        propose(task, (proposals, kept) -> edit(proposals.lastLabels(kept), task, Proposals.keepingColours(kept,
                State.Ready.definition(kept).labelNames().indexOf(label) + 1, change)));
    }

    /// Offers it again, under its key or, where that is taken, a free one.
    void restoreLabel(String task, String label) {
        propose(task, (proposals, kept) -> kept.labels().stream().filter(one -> one.name().equals(label)).findFirst()
                .ifPresent(old -> edit(Optional.empty(), task,
                        List.of(new TaskChange.RestoreLabel(task, label, proposals.key(old))))));
    }

    /// Counts what holds a label, or with `null` the whole task.
    void ask(String task, @Nullable String label, Consumer<LabelUse> then) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                var tasks = workspace.project().tasks();
                return label == null ? tasks.use(task) : tasks.use(task, label);
            }, then, this::load);
        }
    }

    public void undo() {
        if (state.get() instanceof State.Ready ready && ready.turns.undo() != null) {
            turn(TaskRepository::undo);
        }
    }

    public void redo() {
        if (state.get() instanceof State.Ready ready && ready.turns.redo() != null) {
            turn(TaskRepository::redo);
        }
    }

    private void turn(BiFunction<TaskRepository, String, TaskRepository.Changed> way) {
        refusal.set("");
        save(selected.get(), way);
    }

    /// @param problem why it cannot be made
    /// @param task    selected afterwards
    private void edit(Optional<String> problem, String task, List<TaskChange> changes) {
        if (problem.isPresent()) {
            refusal.set(problem.get());
        } else {
            refusal.set("");
            save(task, (tasks, annotator) -> tasks.edit(annotator, changes));
        }
    }

    private void save(String task, BiFunction<TaskRepository, String, TaskRepository.Changed> way) {
        var workspace = context.workspace().get();
        if (workspace == null || workspace.project().isReadOnly()) {
            return;
        }
        if (saving) {
            waiting.add(() -> save(task, way));
            return;
        }
        saving = true;
        String annotator = context.annotator().get();
        jobs.quietly(_ -> new Saved(way.apply(workspace.project().tasks(), annotator), read(workspace)), saved -> {
            // Else what was refused while this was being saved stays to be read.
            if (saved.changed instanceof TaskRepository.Changed.Refused(var told)) {
                refusal.set(told.in(strings::told));
            }
            if (workspace.equals(context.workspace().get())) {
                if (saved.ready.task(task).isPresent()) {
                    selected.set(task);
                }
                show(saved.ready);
                if (saved.changed instanceof TaskRepository.Changed.Done) {
                    context.labelsChanged();
                }
            }
            goOn();
        }, () -> {
            // What failed has been reported; what is shown is what there is.
            load();
            goOn();
        });
    }

    private record Saved(TaskRepository.Changed changed, State.Ready ready) {}

    private void goOn() {
        saving = false;
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }

    /// What would look alike, as sentences.
    List<String> colourWarnings(KeptTask task) {
        return new ColourWarnings(strings).of(State.Ready.definition(task));
    }
}
