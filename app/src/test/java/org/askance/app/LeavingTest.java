package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.askance.app.ui.Place;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.RunRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Another project is opened while something runs for the one that is left.
class LeavingTest extends SmallTour {

    private Path other;

    @BeforeEach
    void make() {
        other = folder.resolve("other");
        Project.create(other, "Other").close();
        var examples = new ArrayList<NewExample>();
        for (int i = 0; i < 400; i++) {
            examples.add(new NewExample("more" + i, "Rain once more", folder.resolve("p/pictures/" + i % 12 + ".png"),
                    i % 4 == 0 ? Split.VALIDATION : Split.TRAIN,
                    Map.of("sarcasm", i % 2 == 0 ? "sarcastic" : "not sarcastic")));
        }
        tour.project().examples().addAll(examples);
    }

    private void open(Path project) {
        Fx.run(() -> tour.desk().open(project));
        Fx.until(() -> tour.desk().jobs().isIdle()
                && Objects.requireNonNull(tour.desk().context().workspace().get()).project().folder().equals(project));
    }

    /// Nothing failed: an error would be listed.
    private void calm() {
        assertThat(Fx.call(() -> tour.scene().lookup("#status-errors") instanceof Button errors && errors.isVisible()))
                .isFalse();
    }

    @Test
    void whatIsBeingScoredStopsCalmlyAndGoesOnWhereItWas() {
        Fx.run(() -> tour.desk().projects().scoreNew());
        Fx.until(() -> tour.desk().jobs().visible().stream().anyMatch(shown -> shown.progress().get() > 0));
        Fx.run(() -> tour.desk().open(other));
        Fx.until(() -> Window.getWindows().stream().filter(Window::isShowing)
                .anyMatch(one -> OneWindow.text(one.getScene().getRoot())
                        .contains("What ran in ‘Weather’ was stopped: ")));
        open(other);
        calm();
        open(folder.resolve("p"));
        assertThat(tour.project().isReadOnly()).isFalse();
        assertThat(tour.project().examples().unscored(
                Objects.requireNonNull(tour.project().checkpoints().current()).id())).isEmpty();
        calm();
    }

    @Test
    void aTrainingStopsAndIsNotTakenForTheOtherProjects() {
        Fx.run(() -> tour.desk().window().show(Place.TRAIN));
        tour.idle();
        Fx.run(() -> {
            ((ButtonBase) PeopleTour.in(tour.scene(), "#train-preset-QUICK")).fire();
            ((TextField) PeopleTour.in(tour.scene(), "#train-EPOCHS")).setText("400");
            ((ButtonBase) PeopleTour.in(tour.scene(), "#train-start")).fire();
        });
        Fx.until(() -> text().contains("Step "));
        open(other);
        assertThat(Fx.call(this::text)).doesNotContain("Step ").contains("No training yet");
        calm();
        open(folder.resolve("p"));
        assertThat(tour.project().runs().list()).extracting(RunRepository.Run::state)
                .containsExactly(RunRepository.State.CANCELLED);
        calm();
    }

    @Test
    void whatBeginsForTheOtherProjectIsNotStopped() {
        var going = new CountDownLatch(1);
        var ended = new ArrayList<String>();
        // As the map does, where one is.
        Fx.run(() -> tour.desk().context().workspace().subscribe((_, _) -> tour.desk().jobs().start("", progress -> {
            going.await();
            progress.checkCancelled();
            return "";
        }, _ -> ended.add("done"), () -> ended.add("stopped"))));
        Fx.run(() -> tour.desk().open(other));
        Fx.until(() -> tour.project().folder().equals(other));
        going.countDown();
        tour.idle();
        assertThat(ended).containsExactly("done");
    }

    private String text() {
        return OneWindow.text(tour.scene().getRoot());
    }
}
