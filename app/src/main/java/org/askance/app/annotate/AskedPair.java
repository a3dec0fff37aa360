package org.askance.app.annotate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.askance.app.ui.AskedQueue;
import org.askance.app.work.MissingFont;
import org.askance.app.work.Opinion;
import org.askance.app.work.Workspace;
import org.askance.storage.Project;
import org.askance.storage.annotation.Marks;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Query;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Place;
import org.jspecify.annotations.Nullable;

/// The pair that a queue leads to, with all that is shown of it. Read on any thread but JavaFX's.
///
/// @param row        `null` if there is none, or none open
/// @param asked      names of the tasks that the queue asks: once each has an answer, the next pair comes
/// @param begun      what is answered, by task, while another task is still to do: by this annotator, or by anyone
///                   where one answer for each task is enough
/// @param hidden     whether predictions, too, were taken out of `row`
/// @param boxes      whether the system lacks a font for the text
/// @param checkpoint whose predictions they are
/// @param examples   at least as many there are
record AskedPair(List<TaskDefinition> tasks, Set<String> asked, Place place, @Nullable ExampleRow row, Marks marks,
        Map<String, String> begun, @Nullable Opinion opinion, boolean hidden, boolean boxes, long checkpoint,
        int examples) {

    /// So many pictures are decoded ahead: keys come faster than a large picture is decoded.
    private static final int AHEAD = 3;

    /// Where the annotator stopped, who is one of the project's from now on.
    ///
    /// @return the example; [Queue#NOWHERE] if they never were in the queue
    static long begin(Workspace workspace, AskedQueue asked, String annotator) {
        var project = workspace.project();
        if (!project.isReadOnly()) {
            project.annotators().come(annotator);
        }
        return project.queuePlaces().get(annotator, asked.key());
    }

    static AskedPair find(Workspace workspace, AskedQueue asked, Move move, long from, String annotator) {
        var project = workspace.project();
        var queue = asked.queue();
        var place = project.finder().find(queue, move, from, annotator);
        if (place.id() == Queue.NOWHERE && move == Move.HERE) {
            place = project.finder().find(queue, Move.NEXT, Queue.NOWHERE, annotator);
        }
        var row = project.examples().row(place.id());
        var tasks = project.tasks().list();
        Map<String, String> own = row == null
                ? Map.of()
                : project.annotations().labelsByAnnotator(place.id()).getOrDefault(annotator, Map.of());
        // One that is still to do could be swayed, by what is said of a task that this queue does not ask, too.
        boolean open = row != null && !tasks.stream().allMatch(task -> own.containsKey(task.name()));
        boolean hidden = open && asked.blind();
        boolean alone = open && (hidden || isAnsweredAlone(project, queue, place.id()));
        var shown = row == null || !alone ? row : hidden ? blind(row) : without(row, own);
        var marks = row == null ? Marks.NONE : project.annotations().marks(place.id(), annotator);
        var current = workspace.current();
        var names = asked(project, queue, tasks);
        return new AskedPair(tasks, names, place, shown, alone ? marks.of(annotator) : marks,
                begun(queue, shown, own, alone, names),
                shown == null || hidden ? null : Opinion.of(current, shown, tasks), hidden,
                shown != null && MissingFont.of(shown.example().text()),
                current.id(),
                place.count() == 0 ? project.finder().count(Query.ALL) : place.count());
    }

    private static Set<String> asked(Project project, Queue queue, List<TaskDefinition> tasks) {
        if (queue.tasks().isEmpty()) {
            return tasks.stream().map(TaskDefinition::name).collect(Collectors.toSet());
        }
        var names = project.tasks().names();
        var asked = queue.asked(names.keySet());
        return names.entrySet().stream().filter(one -> asked.contains(one.getKey())).map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /// Half a pair that someone else answered is done where their answer is enough and may be seen.
    private static Map<String, String> begun(Queue queue, @Nullable ExampleRow shown, Map<String, String> own,
            boolean alone, Set<String> asked) {
        var begun = new HashMap<String, String>();
        if (shown != null && !alone && queue.open() instanceof Queue.Open.ToAll) {
            begun.putAll(shown.answered());
        }
        begun.putAll(own);
        return begun.keySet().containsAll(asked) ? Map.of() : begun;
    }

    /// What will most likely be needed.
    ///
    /// @param text     of the pair that comes next; `null` if none does
    /// @param pictures the first one first
    record Ahead(@Nullable String text, List<Path> pictures) {
        static final Ahead NOTHING = new Ahead(null, List.of());
    }

    /// Notes where the annotator stands, and looks ahead. It follows once the pair is shown: nobody waits for it.
    ///
    /// @param stands whether the annotator goes on from there; else it is not noted
    static Ahead follow(Workspace workspace, AskedQueue asked, Place place, String annotator, boolean stands) {
        var project = workspace.project();
        if (stands && place.id() != Queue.NOWHERE && !project.isReadOnly()) {
            project.queuePlaces().put(annotator, asked.key(), place.id());
        }
        var ids = new long[AHEAD];
        long next = place.following();
        int count = 0;
        while (count < AHEAD && next != Queue.NOWHERE) {
            ids[count++] = next;
            next = count == AHEAD
                    ? Queue.NOWHERE
                    : project.finder().find(asked.queue(), Move.HERE, next, annotator).following();
        }
        var rows = project.examples().rows(Arrays.copyOf(ids, count));
        return new Ahead(rows.isEmpty() ? null : rows.getFirst().example().text(),
                rows.stream().map(row -> row.example().image()).filter(Objects::nonNull).toList());
    }

    /// Whether nobody is to see another's answer before their own: where several are asked to agree by themselves, and
    /// at a gold example, which others' marks would give away.
    private static boolean isAnsweredAlone(Project project, Queue queue, long example) {
        return queue.open() instanceof Queue.Open.Until || queue.query() instanceof Query.ByOthers
                || !project.gold().of(example).labels().isEmpty();
    }

    private static ExampleRow without(ExampleRow row, Map<String, String> own) {
        return new ExampleRow(row.example(), row.given(), own, row.predicted());
    }

    /// What could sway an answer is not told before it is given.
    private static ExampleRow blind(ExampleRow row) {
        return new ExampleRow(row.example(), Map.of(), Map.of(), Map.of());
    }
}
