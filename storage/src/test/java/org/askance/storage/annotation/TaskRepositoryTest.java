package org.askance.storage.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;

class TaskRepositoryTest extends OfTasks {

    private static final TaskDefinition HUMOUR = new TaskDefinition("humour",
            List.of(new LabelDefinition("funny", "F", "#1f77b4"), new LabelDefinition("not funny", "G")));

    private String refused(TaskChange... changes) {
        var before = tasks.list();
        var changed = tasks.change(changes);
        assertThat(changed).isInstanceOf(TaskRepository.Changed.Refused.class);
        assertThat(tasks.list()).isEqualTo(before);
        return ((TaskRepository.Changed.Refused) changed).reason();
    }

    @Test
    void tasksAreAddedAndOrdered() {
        tasks.add(HUMOUR);
        tasks.change(new TaskChange.OrderTasks(List.of("humour", "sentiment", "sarcasm")));
        assertThat(tasks.list()).containsExactly(HUMOUR, TaskDefinition.SENTIMENT, TaskDefinition.SARCASM);
    }

    @Test
    void aRenamedLabelKeepsItsAnswers() {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
        tasks.change(new TaskChange.RenameTask("sarcasm", "irony"),
                new TaskChange.ChangeLabel("irony", "sarcastic", new LabelDefinition("ironic", "2", "#ff0000")));
        assertThat(project.annotations().labelsByAnnotator(first))
                .isEqualTo(Map.of("ada", Map.of("irony", "ironic")));
        assertThat(project.annotations().history(first)).extracting(Event::label).containsExactly("ironic");
    }

    @Test
    void aRetiredLabelIsNoLongerOfferedAndItsAnswersStayInTheHistory() {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(Fixtures.answer(first, "sentiment", "positive", "ada"));
        tasks.change(new TaskChange.RetireLabel("sentiment", "positive"));

        assertThat(tasks.list().get(1).labelNames()).containsExactly("negative", "neutral");
        assertThat(project.annotations().history(first)).extracting(Event::label).containsExactly("positive");
        assertThat(project.annotations().labels(Split.TRAIN))
                .isEqualTo(Map.of(first, Map.of("sarcasm", 1), first + 1, Map.of("sentiment", 0)));
        assertThatThrownBy(() -> project.annotations().save(Fixtures.answer(first, "sentiment", "positive", "ada")))
                .isInstanceOf(IllegalArgumentException.class);

        tasks.change(new TaskChange.AddLabel("sentiment", new LabelDefinition("positive", "P")));
        assertThat(tasks.list().get(1)).isEqualTo(TaskDefinition.SENTIMENT);
    }

    @Test
    void aRetiredTaskIsNoLongerAsked() {
        tasks.change(new TaskChange.RetireTask("sarcasm"));
        assertThat(tasks.list()).containsExactly(TaskDefinition.SENTIMENT);
        assertThat(project.annotations().labels(Split.TRAIN)).hasSize(2);
        assertThat(refused(new TaskChange.RetireTask("sentiment"))).contains("at least one task");
    }

    @Test
    void keysMaySwapButNotCollide() {
        assertThat(refused(new TaskChange.ChangeLabel("sarcasm", "sarcastic", new LabelDefinition("sarcastic", "p"))))
                .isEqualTo("The key ‘P’ of the label ‘positive’ is that of ‘sarcastic’ already. Choose another.");
        tasks.change(new TaskChange.ChangeLabel("sarcasm", "sarcastic", new LabelDefinition("sarcastic", "1")),
                new TaskChange.ChangeLabel("sarcasm", "not sarcastic", new LabelDefinition("not sarcastic", "2")));
        assertThat(tasks.list().getFirst().labels()).extracting(LabelDefinition::key).containsExactly("2", "1");
    }

    @Test
    void whatMakesTasksUnusableIsRefusedWithASentence() {
        assertThat(refused(new TaskChange.AddTask(TaskDefinition.SARCASM))).contains("a task ‘sarcasm’");
        assertThat(refused(new TaskChange.AddTask(new TaskDefinition("one", List.of(new LabelDefinition("a", "A"))))))
                .contains("at least two labels");
        assertThat(refused(new TaskChange.RetireLabel("sarcasm", "sarcastic"))).contains("at least two labels");
        assertThat(refused(new TaskChange.AddLabel("sarcasm", new LabelDefinition("sarcastic", "9"))))
                .contains("already");
        assertThat(refused(new TaskChange.AddLabel("sarcasm", new LabelDefinition("maybe", "?")))).contains("key");
        assertThat(refused(new TaskChange.AddLabel("sarcasm", new LabelDefinition("maybe", "M", "red"))))
                .contains("#1f77b4");
        assertThat(refused(new TaskChange.RenameTask("sarcasm", "sentiment"))).contains("Choose another name");
        assertThatThrownBy(() -> tasks.change(new TaskChange.RetireTask("no such task")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
