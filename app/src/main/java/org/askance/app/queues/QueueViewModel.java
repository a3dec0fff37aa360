package org.askance.app.queues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.AskedQueue;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.app.work.QueueSettings;
import org.askance.app.work.RankExamples;
import org.askance.app.work.Workspace;
import org.askance.storage.Project;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.QueryProblem;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Ranking;
import org.askance.storage.query.SavedQueries;
import org.jspecify.annotations.Nullable;

/// The queue that is asked, and the others with how many of each are open. What an annotator chose last is theirs
/// again at the next start; a ranking is computed anew once the network has predicted anew. FX thread only.
public final class QueueViewModel {

    /// One that can be chosen.
    ///
    /// @param open  how many are not answered in every task that is asked; −1 while it is not known: what must be computed is, once it is chosen
    /// @param count how many it has; −1 while it is not known
    /// @param blind whether predictions are hidden in it
    /// @param asked ids of the tasks that it asks; empty for all
    public record Entry(QueueKind kind, int open, int count, boolean blind, Set<Long> asked) {
        public Entry {
            asked = Set.copyOf(asked);
        }
    }

    /// What the chooser shows.
    ///
    /// @param tasks    names of those that can be asked, by id, in their order
    /// @param settings of the whole project
    /// @param saved    queries to choose from
    /// @param gold     how many gold pairs there are
    /// @param readOnly whether settings can only be read
    public record State(List<Entry> entries, SequencedMap<Long, String> tasks, QueueSettings settings,
            List<SavedQueries.Saved> saved, int gold, boolean readOnly) {
        public State {
            entries = List.copyOf(entries);
            tasks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tasks));
            saved = List.copyOf(saved);
        }
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<QueueRequest> chosen = new ReadOnlyObjectWrapper<>(
            new QueueRequest(QueueKind.DATASET, ""));
    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QueryProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Entry> standing = new ReadOnlyObjectWrapper<>();
    private final Map<QueueKind, Ranking> rankings = new EnumMap<>(QueueKind.class);
    private Jobs.RunningJob ranking = Jobs.RunningJob.NONE;
    /// What was asked for and is not there yet.
    private @Nullable Wanted wanted;
    // Answers of an older choice are dropped.
    private int generation;
    private int newestCount;
    private int newestState;

    /// @param request  `null` for what the annotator chose last
    /// @param remember whether it becomes that
    private record Wanted(@Nullable QueueRequest request, boolean remember) {}

    public QueueViewModel(ProjectContext context, Jobs jobs, Strings strings) {
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        context.workspace().subscribe(this::resume);
        context.annotator().subscribe(this::resume);
        context.examples().subscribe(this::networkChanged);
        context.answers().subscribe(this::count);
    }

    public ReadOnlyObjectProperty<QueueRequest> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// How far the chosen queue is; `null` while it is not known.
    public ReadOnlyObjectProperty<@Nullable Entry> standing() {
        return standing.getReadOnlyProperty();
    }

    /// `null` while it is being read.
    public ReadOnlyObjectProperty<@Nullable State> state() {
        return state.getReadOnlyProperty();
    }

    /// Why what is looked for cannot be understood.
    public ReadOnlyObjectProperty<@Nullable QueryProblem> problem() {
        return problem.getReadOnlyProperty();
    }

    public String name(QueueRequest request) {
        if (request.kind() == QueueKind.SEARCH && !request.search().isBlank()) {
            return strings.get("queue.search.of", request.search());
        }
        return request.kind() == QueueKind.RANDOM
                ? strings.get("queue.random.of", Long.toString(request.seed()))
                : title(request.kind());
    }

    /// Its name without what is looked for or shuffled by.
    public String title(QueueKind kind) {
        return strings.get("queue.name." + stringKey(kind));
    }

    /// How it orders, as a sentence.
    public String how(QueueKind kind) {
        return strings.get("queue.how." + stringKey(kind));
    }

    private static String stringKey(QueueKind kind) {
        return kind.key().replace("-", "");
    }

    /// What the annotator chose last, or the dataset's order.
    private void resume() {
        var workspace = context.workspace().get();
        rankings.clear();
        state.set(null);
        standing.set(null);
        generation++;
        newestState++;
        if (workspace == null) {
            wanted = null;
            context.queue().set(AskedQueue.ALL);
            return;
        }
        wanted = new Wanted(null, false);
        String annotator = context.annotator().get();
        int mine = generation;
        jobs.quietly(_ -> Optional.ofNullable(QueueSettings.last(workspace.project(), annotator)), last -> {
            if (mine == generation) {
                ask(last.map(QueueRequest::of).orElse(new QueueRequest(QueueKind.DATASET, "")), false);
            }
        }, () -> {});
    }

    private void networkChanged() {
        rankings.clear();
        // What a task is called, and whether it is asked, may have changed as well.
        boolean some = !context.queue().get().queue().tasks().isEmpty();
        if (wanted != null || some || chosen.get().kind().isRanked()) {
            again();
        } else {
            count();
        }
    }

    /// Asks once more, by what has changed: what is on its way if anything is.
    private void again() {
        var on = wanted;
        if (on == null) {
            ask(chosen.get(), false);
        } else if (on.request == null) {
            resume();
        } else {
            ask(on.request, on.remember);
        }
    }

    /// From now on `request` is asked; refused with [#problem()] if it cannot be understood.
    public void choose(QueueRequest request) {
        ask(request, true);
    }

    private void ask(QueueRequest request, boolean remember) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        int mine = ++generation;
        wanted = new Wanted(request, remember);
        ranking.cancel();
        var known = rankings.get(request.kind());
        if (request.kind().isRanked() && known == null) {
            ranking = jobs.start(strings.get("queue.ranking"), new RankExamples(workspace, request.kind()), ranked -> {
                if (mine == generation) {
                    rankings.put(request.kind(), ranked);
                    set(workspace, request, ranked, remember);
                }
            }, () -> givenUp(mine));
        } else {
            set(workspace, request, known == null ? Ranking.first() : known, remember);
        }
    }

    /// What asking came to.
    ///
    /// @param problem why it could not be; then there is no queue
    private record Asked(@Nullable QueryProblem problem, @Nullable AskedQueue queue) {}

    private void set(Workspace workspace, QueueRequest request, Ranking ranked, boolean remember) {
        String annotator = context.annotator().get();
        int mine = generation;
        String name = name(request);
        jobs.quietly(_ -> {
            var project = workspace.project();
            if (request.kind() == QueueKind.SEARCH
                    && project.finder().parse(request.search()) instanceof Parsed.Bad(var why)) {
                return new Asked(why, null);
            }
            var queue = request.queue(workspace, annotator, QueueSettings.of(project), ranked);
            if (remember && !project.isReadOnly()) {
                QueueSettings.saveLast(project, annotator, request.key());
            }
            return new Asked(null, new AskedQueue(request.key(), name, queue,
                    QueueSettings.blind(project, request.kind()), alone(project, queue)));
        }, asked -> {
            if (mine == generation) {
                wanted = null;
                problem.set(asked.problem);
                if (asked.queue != null) {
                    chosen.set(request);
                    context.queue().set(asked.queue);
                    count();
                }
            }
        }, () -> givenUp(mine));
    }

    /// It was stopped or failed: what was asked before stays.
    private void givenUp(int mine) {
        if (mine == generation) {
            wanted = null;
        }
    }

    private static List<String> alone(Project project, Queue queue) {
        var tasks = project.tasks().names();
        var asked = queue.asked(tasks.keySet());
        return asked.size() == tasks.size() ? List.of() : asked.stream().map(tasks::get).toList();
    }

    private void count() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        var queue = context.queue().get();
        var request = chosen.get();
        String annotator = context.annotator().get();
        int mine = generation;
        int count = ++newestCount;
        jobs.quietly(_ -> entry(workspace, request.kind(), queue.queue(), annotator), entry -> {
            if (mine == generation && count == newestCount) {
                standing.set(entry);
            }
        }, () -> {});
    }

    private static Entry entry(Workspace workspace, QueueKind kind, Queue queue, String annotator) {
        var project = workspace.project();
        var place = project.finder().find(queue, Queue.Move.FIRST_OPEN, Queue.NOWHERE, annotator);
        return new Entry(kind, place.count() - place.answered(), place.count(), QueueSettings.blind(project, kind),
                queue.tasks());
    }

    /// Counts all queues and reads the settings, for the chooser.
    public void load() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        String annotator = context.annotator().get();
        var known = new EnumMap<>(rankings);
        String search = chosen.get().search();
        int mine = ++newestState;
        jobs.quietly(_ -> {
            var project = workspace.project();
            var settings = QueueSettings.of(project);
            var entries = new ArrayList<Entry>();
            for (var kind : QueueKind.values()) {
                var ranked = known.get(kind);
                boolean unknown = (kind.isRanked() && ranked == null)
                        || (kind == QueueKind.SEARCH && search.isBlank());
                entries.add(unknown
                        ? new Entry(kind, -1, -1, QueueSettings.blind(project, kind),
                                QueueSettings.tasks(project, kind))
                        : entry(workspace, kind, new QueueRequest(kind, kind == QueueKind.SEARCH ? search : "").queue(
                                workspace, annotator, settings, ranked == null ? Ranking.first() : ranked),
                                annotator));
            }
            return new State(entries, project.tasks().names(), settings, project.savedQueries().list(),
                    project.gold().count(), project.isReadOnly());
        }, read -> {
            if (mine == newestState) {
                state.set(read);
            }
        }, () -> {});
    }

    /// Hides predictions in queues of `kind`, or shows them.
    public void blind(QueueKind kind, boolean blind) {
        change(workspace -> QueueSettings.saveBlind(workspace.project(), kind, blind));
    }

    /// Queues of `kind` ask these tasks from now on, by id; empty for all there are.
    void ask(QueueKind kind, Set<Long> tasks) {
        change(workspace -> QueueSettings.saveTasks(workspace.project(), kind, tasks));
    }

    /// From now on every queue of the project is asked so.
    public void settings(QueueSettings settings) {
        change(workspace -> settings.save(workspace.project()));
    }

    private void change(Consumer<Workspace> change) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        jobs.quietly(_ -> {
            change.accept(workspace);
            return workspace;
        }, _ -> {
            again();
            load();
        }, this::load);
    }
}
