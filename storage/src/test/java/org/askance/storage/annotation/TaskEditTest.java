package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Fixtures;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskEdit.Action;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.run.NewPrediction;
import org.askance.storage.run.TaskLabels;
import org.junit.jupiter.api.Test;

/// What people edit is recorded with who did it, can be taken back, and loses nothing.
class TaskEditTest extends OfTasks {

    private void edit(TaskChange... changes) {
        assertThat(tasks.edit("ada", List.of(changes))).isInstanceOf(TaskRepository.Changed.Done.class);
    }

    private String refused(TaskRepository.Changed changed) {
        assertThat(changed).isInstanceOf(TaskRepository.Changed.Refused.class);
        return ((TaskRepository.Changed.Refused) changed).reason();
    }

    private void undo() {
        assertThat(tasks.undo("bob")).isInstanceOf(TaskRepository.Changed.Done.class);
    }

    private void redo() {
        assertThat(tasks.redo("bob")).isInstanceOf(TaskRepository.Changed.Done.class);
    }

    private List<String> sentiments() {
        return tasks.list().get(1).labelNames();
    }

    private long[] found(String text) {
        assertThat(project.finder().parse(text)).isInstanceOf(Parsed.Good.class);
        Query query = ((Parsed.Good) project.finder().parse(text)).query();
        return project.finder().ids(query);
    }

    private long answered(String task, String label) {
        return project.annotations().save(Fixtures.answer(1, task, label, "ada"));
    }

    @Test
    void anEditIsRecordedWithWhoAndCanBeTakenBackByAnyoneAndBroughtBack() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("good", "P")));
        edit(new TaskChange.ChangeLabel("sentiment", "good", new LabelDefinition("good", "P", "#3ca578")));
        assertThat(tasks.edits(9)).extracting(TaskEdit::annotator, TaskEdit::action, TaskEdit::label, TaskEdit::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ada", Action.CHANGE_COLOUR, "good", "#3ca578"),
                        org.assertj.core.groups.Tuple.tuple("ada", Action.RENAME_LABEL, "positive", "good"));

        undo();
        undo();
        assertThat(tasks.list().get(1)).isEqualTo(TaskDefinition.SENTIMENT);
        assertThat(tasks.edits(9)).extracting(TaskEdit::action).containsExactly(Action.UNDO, Action.UNDO,
                Action.CHANGE_COLOUR, Action.RENAME_LABEL);
        assertThat(tasks.edits(9)).extracting(TaskEdit::counts).containsExactly(true, true, false, false);
        assertThat(refused(tasks.undo("bob"))).isEqualTo("There is nothing to undo.");

        redo();
        redo();
        assertThat(tasks.list().get(1).labels()).contains(new LabelDefinition("good", "P", "#3ca578"));
        assertThat(refused(tasks.redo("bob"))).isEqualTo("There is nothing to redo.");
        undo();
        edit(new TaskChange.OrderLabels("sentiment", List.of("neutral", "good", "negative")));
        assertThat(refused(tasks.redo("bob"))).isEqualTo("There is nothing to redo.");
        assertThat(tasks.turns().undo()).extracting(TaskEdit::action).isEqualTo(Action.ORDER_LABELS);
    }

    @Test
    void anEditThatChangesNothingIsNotRecorded() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("positive", "P")));
        assertThat(tasks.edits(9)).isEmpty();
        assertThat(tasks.turns()).isEqualTo(new TaskRepository.Turns(null, null));
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.ChangeLabel("sentiment", "positive",
                new LabelDefinition("Negative", "P")))))).contains("two labels");
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.ChangeLabel("sentiment", "positive",
                new LabelDefinition("a\nb", "P")))))).contains("line breaks");
        assertThat(tasks.edits(9)).isEmpty();
        assertThat(tasks.list().get(1)).isEqualTo(TaskDefinition.SENTIMENT);
    }

    @Test
    void swappedNamesComeBackInOneStep() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("x", "P")),
                new TaskChange.ChangeLabel("sentiment", "negative", new LabelDefinition("positive", "N")),
                new TaskChange.ChangeLabel("sentiment", "x", new LabelDefinition("negative", "P")));
        assertThat(sentiments()).containsExactly("negative", "positive", "neutral");
        undo();
        assertThat(sentiments()).containsExactly("positive", "negative", "neutral");
        redo();
        assertThat(sentiments()).containsExactly("negative", "positive", "neutral");
    }

    @Test
    void labelsAreOrderedAndNetworksStillMeanTheSame() {
        long network = project.checkpoints().add("one", folder.resolve("checkpoints/one"), null);
        project.predictions().save(network,
                List.of(new TaskLabels("sentiment", List.of("positive", "negative", "neutral"))),
                List.of(new NewPrediction(1, Map.of("sentiment", new float[]{0.7f, 0.2f, 0.1f}))));
        edit(new TaskChange.OrderLabels("sentiment", List.of("neutral", "negative", "positive")));
        assertThat(sentiments()).containsExactly("neutral", "negative", "positive");
        var row = Objects.requireNonNull(project.examples().row(1));
        assertThat(Objects.requireNonNull(row.predicted().get("sentiment")).label()).isEqualTo("positive");
        assertThat(project.predictions().all(network).getLast().probabilities()[0]).containsExactly(0.1f, 0.2f, 0.7f);
    }

    @Test
    void aLabelNobodyUsedIsReallyTakenAwayAndComesBack() {
        edit(new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "M")));
        edit(new TaskChange.ChangeLabel("sentiment", "mixed", new LabelDefinition("both", "M")));
        assertThat(tasks.use("sentiment", "both")).isEqualTo(new LabelUse(0, 0, 0, 0, 0, 0));
        edit(new TaskChange.RemoveLabel("sentiment", "both"));
        assertThat(tasks.kept().get(1).labels()).extracting(KeptTask.KeptLabel::name)
                .containsExactly("positive", "negative", "neutral");
        undo();
        assertThat(tasks.kept().get(1).labels().getLast())
                .isEqualTo(new KeptTask.KeptLabel("both", "M", null, false, null, List.of("mixed")));
        redo();
        assertThat(sentiments()).doesNotContain("both");
    }

    @Test
    void aLabelThatWasUsedIsNotTakenAway() {
        answered("sentiment", "neutral");
        project.gold().put(2, Map.of("sentiment", "neutral"), null);
        project.predictions().save(project.checkpoints().add("one", folder.resolve("checkpoints/one"), null),
                List.of(new NewPrediction(1, Map.of("sentiment", new float[]{0.1f, 0.2f, 0.7f}))));
        assertThat(tasks.use("sentiment", "neutral")).isEqualTo(new LabelUse(1, 0, 1, 1, 1, 0));
        assertThat(tasks.use("sentiment", "negative").given()).isEqualTo(2);
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.RemoveLabel("sentiment", "neutral")))))
                .isEqualTo("The label ‘neutral’ has been used. Retire it instead.");
    }

    @Test
    void takingBackALabelThatHasBeenAnsweredSinceRetiresIt() {
        edit(new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "M")));
        answered("sentiment", "mixed");
        undo();
        assertThat(sentiments()).doesNotContain("mixed");
        assertThat(project.annotations().history(1)).extracting(Event::label).containsExactly("mixed");
        redo();
        assertThat(sentiments()).contains("mixed");
        assertThat(Objects.requireNonNull(project.examples().row(1)).answered()).containsEntry("sentiment", "mixed");
    }

    @Test
    void aRetiredLabelComesBackWithItsAnswersUnderAnotherKey() {
        answered("sentiment", "neutral");
        edit(new TaskChange.RetireLabel("sentiment", "neutral"));
        edit(new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "U")));
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.RestoreLabel("sentiment", "neutral", "U")))))
                .isEqualTo("The key ‘U’ of the label ‘mixed’ is that of ‘neutral’ already. Choose another.");
        edit(new TaskChange.RestoreLabel("sentiment", "neutral", "X"));
        assertThat(tasks.list().get(1).labels()).contains(new LabelDefinition("neutral", "X"));
        assertThat(project.annotations().labels(Split.TRAIN).get(1L)).containsEntry("sentiment",
                sentiments().indexOf("neutral"));
    }

    @Test
    void aMergedLabelCountsAsTheOtherAndHistoryKeepsWhatWasAnswered() {
        answered("sentiment", "neutral");
        project.annotations().save(Fixtures.answer(1, "sentiment", "negative", "bob"));
        project.gold().put(4, Map.of("sentiment", "neutral"), "why");
        assertThat(found("is:disputed")).containsExactly(1);

        edit(new TaskChange.MergeLabel("sentiment", "neutral", "negative"));
        assertThat(sentiments()).containsExactly("positive", "negative");
        assertThat(project.annotations().labelsByAnnotator(1)).isEqualTo(
                Map.of("ada", Map.of("sentiment", "negative"), "bob", Map.of("sentiment", "negative")));
        assertThat(project.annotations().history(1)).extracting(Event::label).containsExactly("neutral", "negative");
        assertThat(found("is:disputed")).isEmpty();
        assertThat(project.gold().of(4)).isEqualTo(new GoldRepository.Gold(Map.of("sentiment", "negative"), "why"));
        // Whatever is derived later follows it too.
        project.annotations().rebuild();
        assertThat(project.annotations().labelsByAnnotator(1).get("ada")).isEqualTo(Map.of("sentiment", "negative"));
        assertThat(tasks.kept().get(1).labels().getLast().mergedInto()).isEqualTo("negative");

        undo();
        assertThat(sentiments()).containsExactly("positive", "negative", "neutral");
        assertThat(project.annotations().labelsByAnnotator(1).get("ada")).isEqualTo(Map.of("sentiment", "neutral"));
        assertThat(found("is:disputed")).containsExactly(1);
        assertThat(project.gold().of(4).labels()).isEqualTo(Map.of("sentiment", "neutral"));
        redo();
        assertThat(project.gold().of(4).labels()).isEqualTo(Map.of("sentiment", "negative"));
    }

    @Test
    void givenLabelsGoWithAMergedLabelAndComeBackWithIt() {
        edit(new TaskChange.MergeLabel("sentiment", "negative", "neutral"));
        assertThat(found("given:neutral")).containsExactly(1, 2);
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.RemoveLabel("sentiment", "negative")))))
                .contains("Retire it instead");
        edit(new TaskChange.RestoreLabel("sentiment", "negative", "N"));
        assertThat(found("given:negative")).containsExactly(1, 2);
        assertThat(found("given:neutral")).isEmpty();
    }

    @Test
    void mergesOneAfterTheOtherAreTakenBackOneAfterTheOther() {
        edit(new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "M")));
        answered("sentiment", "neutral");
        edit(new TaskChange.MergeLabel("sentiment", "negative", "neutral"));
        edit(new TaskChange.MergeLabel("sentiment", "neutral", "mixed"));
        assertThat(found("given:mixed")).containsExactly(1, 2);
        assertThat(found("answer:mixed")).containsExactly(1);
        undo();
        assertThat(found("given:neutral")).containsExactly(1, 2);
        assertThat(found("answer:neutral")).containsExactly(1);
        undo();
        assertThat(found("given:negative")).containsExactly(1, 2);
        assertThat(found("given:neutral")).isEmpty();
    }

    @Test
    void queriesStillFindWhatTheyNamedBefore() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("good", "P")));
        edit(new TaskChange.RenameTask("sentiment", "mood"));
        assertThat(found("label:positive")).containsExactly(3);
        assertThat(found("sentiment:positive")).containsExactly(3);
        assertThat(found("mood:good")).containsExactly(3);
        // Another label has the name now: it is that one.
        edit(new TaskChange.AddLabel("mood", new LabelDefinition("positive", "O")));
        assertThat(found("label:positive")).isEmpty();

        edit(new TaskChange.RetireLabel("mood", "negative"));
        assertThat(found("given:negative")).containsExactly(1, 2);
        edit(new TaskChange.RestoreLabel("mood", "negative", "N"));
        edit(new TaskChange.MergeLabel("mood", "negative", "neutral"));
        assertThat(found("given:negative")).containsExactly(1, 2);
        assertThat(project.finder().complete("label:neg", 9)).isEmpty();
    }

    @Test
    void tasksAreRetiredBroughtBackAndTakenAwayIfNobodyUsedThem() {
        edit(new TaskChange.AddTask(new TaskDefinition("humour",
                List.of(new LabelDefinition("funny", "X"), new LabelDefinition("flat", "Y")))));
        edit(new TaskChange.RetireTask("humour"));
        assertThat(tasks.kept().getLast().retired()).isTrue();
        edit(new TaskChange.RestoreTask("humour"));
        edit(new TaskChange.RemoveTask("humour"));
        assertThat(tasks.kept()).extracting(KeptTask::name).containsExactly("sarcasm", "sentiment");
        undo();
        assertThat(tasks.list().getLast().labelNames()).containsExactly("funny", "flat");
        assertThat(refused(tasks.edit("ada", List.of(new TaskChange.RemoveTask("sentiment")))))
                .isEqualTo("The task ‘sentiment’ has been used. Retire it instead.");
    }

    @Test
    void anEditOfWhatTheProgramChangedSinceStays() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("good", "P")));
        tasks.change(new TaskChange.ChangeLabel("sentiment", "good", new LabelDefinition("fine", "P")));
        assertThat(refused(tasks.undo("ada"))).contains("changed otherwise");
        assertThat(sentiments()).contains("fine");
    }

    @Test
    void aNetworkTrainedBetweenARenamingAndItsUndoIsStillUnderstood() {
        edit(new TaskChange.ChangeLabel("sentiment", "positive", new LabelDefinition("good", "P")));
        undo();
        long network = project.checkpoints().add("between", folder.resolve("checkpoints/between"), null);
        project.predictions().save(network,
                List.of(new TaskLabels("sentiment", List.of("good", "negative", "neutral"))),
                List.of(new NewPrediction(1, Map.of("sentiment", new float[]{0.7f, 0.2f, 0.1f}))));
        project.checkpoints().makeCurrent(network);
        assertThat(found("pred:positive")).containsExactly(1);
    }

    @Test
    void strangeNamesAreKeptAsTheyAre() {
        var names = List.of("🎭🤡", "سخرية", "Donaudampfschifffahrt ".repeat(8).strip(), "a\"b'c‘", "none");
        var keys = List.of("A", "B", "C", "D", "H");
        for (int i = 0; i < names.size(); i++) {
            edit(new TaskChange.AddLabel("sentiment", new LabelDefinition(names.get(i), keys.get(i))));
        }
        for (var _ : names) {
            undo();
        }
        assertThat(tasks.list().get(1)).isEqualTo(TaskDefinition.SENTIMENT);
        for (var _ : names) {
            redo();
        }
        assertThat(sentiments()).containsAll(names);
        assertThat(Arrays.stream(found("label:none")).count()).isZero();
    }
}
