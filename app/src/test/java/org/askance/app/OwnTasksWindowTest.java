package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.junit.jupiter.api.Test;

/// A project with a third task of its own.
class OwnTasksWindowTest extends SmallTour {

    @Test
    void whatThePresetsNeedNotSayIsSaid() {
        Label never = PeopleTour.in(keys(), "#keys-both-never");
        assertThat(Fx.call(never::isVisible)).isFalse();
        PeopleTour.press(never.getScene(), KeyCode.ESCAPE);
        tour.project().tasks().add(new TaskDefinition("irony",
                List.of(new LabelDefinition("yes", "Y"), new LabelDefinition("no", "X"))));
        tour.project().annotations().save(new Answer(1, Map.of("irony", "yes", "sarcasm", "sarcastic"),
                tour.desk().context().annotator().get(), null, Duration.ofSeconds(1)));
        Fx.run(() -> tour.desk().annotate().load());
        Fx.until(() -> tour.desk().annotate().tasks().get().size() == 3);

        var keys = keys();
        assertThat(((Label) PeopleTour.in(keys, "#keys-both-never")).isVisible()).isTrue();
        Fx.bothThemes(keys, "keys-three-tasks");
        PeopleTour.press(keys, KeyCode.ESCAPE);

        PeopleTour.press(tour.scene(), KeyCode.T, "t", true);
        var page = tour.dialog("#progress-tabs");
        Fx.run(() -> ((TabPane) PeopleTour.in(page, "#progress-tabs")).getSelectionModel().select(1));
        Fx.until(() -> page.lookup("#history-list") instanceof ListView<?> list && !list.getItems().isEmpty()
                && page.lookup(".answer-labels") != null);
        assertThat(Fx.call(() -> ((Label) page.lookup(".answer-labels")).getText()))
                .isEqualTo("irony: yes  ·  sarcastic");
        Fx.bothThemes(page, "progress-own-task");
    }

    private Scene keys() {
        PeopleTour.press(tour.scene(), KeyCode.K);
        return tour.dialog("#keys-both");
    }
}
