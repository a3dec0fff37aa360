package org.askance.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.Fx;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.train.SettingsViewModel.Origin;
import org.askance.app.train.SettingsViewModel.Preset;
import org.askance.app.train.TrainViewModel.State;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.ErrorList;
import org.askance.app.ui.FxJobs;
import org.askance.app.ui.Looks;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.Place;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Encoders;
import org.askance.app.work.Engine;
import org.askance.app.work.FineTuneNetwork.Ending;
import org.askance.app.work.Home;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.Progress;
import org.askance.app.work.Workspace;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Every state of the Train view in a real window, on a real project.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainWindowTest {

    private static final Engine ENGINE = Engine.start();

    @TempDir
    static Path folder;

    private static Workspace workspace;
    private static FxJobs jobs;
    private static TrainViewModel model;
    private static Stage stage;
    private static boolean encodersAsked;

    @BeforeAll
    static void open() throws IOException {
        Fx.start();
        workspace = Workspace.openOrCreate(folder.resolve("Street corners"), ENGINE, new Home(folder.resolve("home")));
        new MakePostcards(workspace.project(), new PostcardsPlan(400, 9), _ -> {}).run(Progress.NONE);
        var broken = Files.writeString(folder.resolve("a picture that was cut off.jpg"), "no picture");
        workspace.project().examples().addAll(List.of(new NewExample("broken", "lovely", broken, Split.TRAIN,
                Map.of("sentiment", "positive", "sarcasm", "not sarcastic"))));
        var strings = Strings.english();
        var context = new ProjectContext();
        jobs = new FxJobs(Executors.newVirtualThreadPerTaskExecutor(),
                new ErrorReporter(strings, Clock.systemUTC(), _ -> {}));
        model = new TrainViewModel(context, jobs, Platform::runLater, System::nanoTime, strings,
                new CheckpointsViewModel(context, jobs, strings));
        stage = Fx.call(() -> window(strings, context));
        Fx.run(() -> context.device().set(ENGINE.compute().device()));
        Fx.until(() -> model.material().get().train() > 0);
    }

    private static Stage window(Strings strings, ProjectContext context) {
        Appearance.LIGHT.apply();
        var window = new MainWindow(strings, context, jobs, new ErrorList(), none(), Looks.of(Appearance.LIGHT));
        window.host(List.of(new TrainView(model, strings, () -> encodersAsked = true)));
        context.open(workspace);
        var shown = new Stage();
        shown.setScene(window.scene(1280, 820));
        shown.show();
        shown.setX(0);
        shown.setY(0);
        window.show(Place.TRAIN);
        return shown;
    }

    /// The menus are not used here.
    private static MainWindow.Actions none() {
        return (MainWindow.Actions) Proxy.newProxyInstance(TrainWindowTest.class.getClassLoader(),
                new Class<?>[]{MainWindow.Actions.class},
                (_, method, _) -> method.getReturnType() == List.class ? List.of() : null);
    }

    @AfterAll
    static void close() {
        Fx.until(() -> jobs.isIdle());
        Fx.run(stage::close);
        workspace.close();
        ENGINE.close();
    }

    private static <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(Objects.requireNonNull(stage.getScene().lookup(selector), selector));
    }

    private static void press(String selector) {
        Fx.run(() -> find(selector, Button.class).fire());
    }

    private static void type(Field field, String text) {
        Fx.run(() -> find("#train-" + field.name(), TextField.class).setText(text));
    }

    private static void snapshot(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            snapshot(name, 900, 600, appearance);
            snapshot(name, 1280, 820, appearance);
        }
    }

    /// Of what is further down: once in each size.
    private static void glimpse(String name) {
        snapshot(name, 1280, 820, Appearance.DARK);
        snapshot(name, 900, 600, Appearance.LIGHT);
    }

    private static void snapshot(String name, double width, double height, Appearance appearance) {
        Fx.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            appearance.apply();
        });
        Fx.snapshot(stage.getScene(), "train-" + name + "-" + (int) width + "-" + appearance.key());
    }

    private static void scroll(double to) {
        Fx.run(() -> stage.getScene().getRoot().lookupAll(".train > .scroll-pane")
                .forEach(pane -> ((ScrollPane) pane).setVvalue(to)));
    }

    private static void scrollSettings(double to) {
        Fx.run(() -> find(".train .left .scroll-pane", ScrollPane.class).setVvalue(to));
    }

    @Test
    @Order(1)
    void idleShowsTheBasicSettings() {
        snapshot("idle");
        assertThat(find("#train-start", Button.class).isDisabled()).isFalse();
        assertThat(Fx.call(() -> find("#train-more", TitledPane.class).isExpanded())).isFalse();
    }

    @Test
    @Order(2)
    void moreSettingsSayWhatIsWrong() {
        Fx.run(() -> find("#train-more", TitledPane.class).setExpanded(true));
        Fx.run(() -> model.settings().stopsEarly().set(true));
        type(Field.RATE, "fast");
        type(Field.PATIENCE, "0");
        glimpse("wrong");
        scrollSettings(1);
        snapshot("more");
        assertThat(find("#train-start", Button.class).isDisabled()).isTrue();
        Fx.run(() -> {
            model.settings().origin().set(Origin.ENCODERS);
            model.settings().typed(Field.TEXT).set(folder.toString());
        });
        Fx.until(() -> model.settings().found(Field.TEXT).isPresent());
        scrollSettings(0.3);
        glimpse("encoders");
        Fx.run(() -> {
            var first = folder.resolve("google-bert--bert-base-uncased");
            var second = folder.resolve("me--a-bert-that-was-trained-on-twelve-million-tweets");
            model.settings().offer(List.of(
                    new Encoders.Encoder(null, Encoders.Kind.TEXT, "bert-base-uncased", "google-bert/bert-base-uncased",
                            first, new Encoders.State.Complete(1)),
                    new Encoders.Encoder(null, Encoders.Kind.TEXT, "a-bert-that-was-trained-on-twelve-million-tweets",
                            "me/a-bert", second, new Encoders.State.Complete(1))));
            find("#train-encoders-get", Hyperlink.class).fire();
            find("#train-choose-TEXT", MenuButton.class).show();
        });
        assertThat(encodersAsked).isTrue();
        glimpse("encoders-offered");
        Fx.snapshot(Fx.call(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst()
                .orElseThrow().getScene()), "train-encoders-menu-light");
        Fx.run(() -> find("#train-choose-TEXT", MenuButton.class).hide());
        Fx.run(() -> {
            model.settings().origin().set(Origin.CURRENT);
            model.settings().preset().set(Preset.QUICK);
            find("#train-more", TitledPane.class).setExpanded(false);
        });
        scrollSettings(0);
        assertThat(find("#train-start", Button.class).isDisabled()).isFalse();
    }

    @Test
    @Order(3)
    void whatLearnsIsDrawnAndWhatWasStoppedGoesOn() {
        type(Field.EPOCHS, "14");
        Fx.run(() -> {
            model.settings().stopsEarly().set(false);
            model.settings().name().set("After the second round of corrections");
        });
        Fx.run(() -> model.losses().addListener(new ListChangeListener<TrainViewModel.LossPoint>() {
            @Override
            public void onChanged(Change<? extends TrainViewModel.LossPoint> change) {
                if (model.epochs().size() >= 4) {
                    model.losses().removeListener(this);
                    model.cancel();
                }
            }
        }));
        press("#train-start");
        Fx.until(() -> model.epochs().size() >= 4 && model.state().get() instanceof State.Idle);
        assertThat(workspace.project().checkpoints().list()).hasSize(1);

        press("#train-start");
        Fx.until(() -> model.state().get() instanceof State.Training training && training.remaining() != null
                && model.epochs().size() >= 8);
        assertThat(((State.Training) model.state().get()).resumedAt()).isPositive();
        snapshot("learning");
        Fx.until(() -> model.state().get() instanceof State.Ended);
    }

    @Test
    @Order(4)
    void oldStandsBesideNewWithAVerdict() {
        Fx.until(() -> model.comparing().shown().get() instanceof CheckpointsViewModel.Shown.Evaluated
                && jobs.isIdle());
        snapshot("compared");
        press("#train-measure");
        Fx.until(() -> !model.comparing().busy().get() && stage.getScene().lookup("#train-measure") == null);
        glimpse("baselines");
        scroll(0.65);
        glimpse("confusion");
        scroll(1);
        glimpse("calibration");
        assertThat(find(".verdict", javafx.scene.control.Label.class).getText()).contains("on Sarcasm: macro-F1 ");
        scroll(0);
        glimpse("ended");
    }

    @Test
    @Order(5)
    void aBatchThatDoesNotFitOffersASmallerOne() {
        var plan = TrainingPlan.quick().withEpochs(1);
        Fx.run(() -> {
            model.forget();
            model.ended(workspace.current(), new Ending.NotEnoughMemory(plan, plan.smaller().orElseThrow()));
        });
        snapshot("memory");
        press("#train-smaller");
        Fx.until(() -> model.state().get() instanceof State.Ended && jobs.isIdle());
        assertThat(find("#train-BATCH", TextField.class).getText()).isEqualTo("16");
    }
}
