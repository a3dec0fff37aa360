package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javax.imageio.ImageIO;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.work.MissingFont;
import org.askance.app.work.Opinion;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.app.work.QueueSettings;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.files.ContentHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pair in a real window: its picture looked at closely, hostile texts, and why the network thinks so.
class PairWindowTest {

    private static final List<String> TEXTS = List.of("Lovely weather again ☀️ #monday",
            "I just love waiting in the rain ".repeat(60), "يا له من يوم جميل #مطر @bus ثم ينتهي",
            "今日はいい天気ですね、電車が遅れています。#月曜日", "No picture here 😂", "Turned");

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() throws IOException {
        var pictures = Files.createDirectories(folder.resolve("p/pictures"));
        try (var project = Project.create(folder.resolve("p"), "Weather")) {
            var examples = new ArrayList<NewExample>();
            for (int i = 0; i < TEXTS.size(); i++) {
                var file = pictures.resolve(i + ".jpg");
                if (i != 4) {
                    Files.write(file, jpeg(i == 5));
                }
                examples.add(new NewExample("k" + i, TEXTS.get(i), file, Split.TEST, Map.of()));
            }
            project.examples().addAll(examples);
        }
        tour = new PeopleTour(folder, 0);
        Fx.until(() -> asking().isPresent() && !asking().orElseThrow().row().predicted().isEmpty());
    }

    @AfterEach
    void end() {
        tour.close();
    }

    /// 2400 × 1600, red on the left; if `turned`, a camera's note says that it was held on its side.
    private static byte[] jpeg(boolean turned) throws IOException {
        var image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        for (int x = 0; x < 24; x++) {
            graphics.setColor(x < 12
                    ? Color.getHSBColor(0, 0.4f + x / 24f, 0.9f)
                    : Color.getHSBColor(0.6f, x / 24f,
                            0.9f));
            graphics.fillRect(100 * x, 0, 100, 1600);
        }
        graphics.setColor(Color.WHITE);
        graphics.fillOval(1100, 700, 200, 200);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        if (!turned) {
            return bytes.toByteArray();
        }
        var out = new ByteArrayOutputStream();
        out.write(bytes.toByteArray(), 0, 2);
        // One entry: tag 0x0112 (orientation), SHORT, one value, 6 (a quarter turn clockwise).
        out.write(new byte[]{(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0,
                1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        out.write(bytes.toByteArray(), 2, bytes.size() - 2);
        return out.toByteArray();
    }

    private Optional<State.Asking> asking() {
        return tour.desk().annotate().state().get() instanceof State.Asking asking
                ? Optional.of(asking)
                : Optional.empty();
    }

    private void press(KeyCode code) {
        PeopleTour.press(tour.scene(), code);
    }

    private void shifted(KeyCode code) {
        PeopleTour.press(tour.scene(), code, code.getChar(), true, false);
    }

    private void sign(String text) {
        PeopleTour.press(tour.scene(), KeyCode.UNDEFINED, text, false);
    }

    private ImageView picture() {
        return PeopleTour.in(tour.scene(), "#picture-image");
    }

    private String scale() {
        return Fx.call(() -> tour.scene().lookup("#picture-scale") instanceof Label label && label.isVisible()
                ? label.getText()
                : "");
    }

    private void open(int number) {
        Fx.run(() -> tour.desk().annotate().open(number));
        Fx.until(() -> asking().filter(one -> one.row().example().id() == number).isPresent());
        Fx.frames();
    }

    private void shown() {
        Fx.until(() -> tour.scene().lookup("#picture-image") instanceof ImageView view && view.getImage() != null);
        Fx.frames();
    }

    @Test
    void thePictureIsZoomedMovedAndTurnedAndTheFileStaysAsItIs() throws IOException {
        shown();
        byte[] before = Files.readAllBytes(folder.resolve("p/pictures/0.jpg"));
        double fitted = Fx.call(() -> picture().getFitWidth());
        assertThat(Fx.call(() -> picture().getImage().getWidth())).isEqualTo(1200);
        assertThat(scale()).isEmpty();
        sign("+");
        assertThat(Fx.call(() -> picture().getFitWidth())).isCloseTo(fitted * 1.25, within(0.01));
        Fx.until(() -> picture().getImage().getWidth() == 2400);
        shifted(KeyCode.Z);
        Fx.until(() -> Math.round(picture().getFitWidth()) == 2400);
        assertThat(scale()).isEqualTo("100 %");
        double at = Fx.call(() -> picture().getLayoutX());
        press(KeyCode.RIGHT);
        assertThat(Fx.call(() -> picture().getLayoutX())).isLessThan(at);
        Fx.bothThemes(tour.scene(), "pair-zoomed");
        assertThat(Fx.call(() -> asking().orElseThrow().row().example().id())).isEqualTo(1);
        drag(40, 25);
        shifted(KeyCode.R);
        assertThat(Fx.call(() -> picture().getRotate())).isEqualTo(270);
        assertThat(scale()).isEmpty();
        Fx.bothThemes(tour.scene(), "pair-turned");
        press(KeyCode.F);
        Fx.until(() -> asking().filter(one -> one.marks().flag() != null).isPresent());
        assertThat(Fx.call(() -> picture().getRotate())).isEqualTo(270);
        press(KeyCode.RIGHT);
        Fx.until(() -> asking().filter(one -> one.row().example().id() == 2).isPresent());
        shown();
        assertThat(Fx.call(() -> picture().getRotate())).isZero();
        assertThat(Files.readAllBytes(folder.resolve("p/pictures/0.jpg"))).isEqualTo(before);
    }

    private void drag(double byX, double byY) {
        double x = Fx.call(() -> picture().getLayoutX());
        double y = Fx.call(() -> picture().getLayoutY());
        Fx.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, 300, 300);
            fire(MouseEvent.MOUSE_DRAGGED, 300 + byX, 300 + byY);
            fire(MouseEvent.MOUSE_RELEASED, 300 + byX, 300 + byY);
        });
        assertThat(Fx.call(() -> picture().getLayoutX())).isCloseTo(x + byX, within(0.01));
        assertThat(Fx.call(() -> picture().getLayoutY())).isCloseTo(y + byY, within(0.01));
    }

    private void fire(javafx.event.EventType<MouseEvent> type, double x, double y) {
        picture().getParent().fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false,
                false, true, false, false, true, false, true, null));
    }

    @Test
    void theWheelZoomsTowardsThePointer() {
        shown();
        var frame = Fx.call(() -> picture().getParent());
        double x = Fx.call(() -> picture().getLayoutX() + picture().getFitWidth() / 4);
        double y = Fx.call(() -> picture().getLayoutY() + picture().getFitHeight() / 2);
        var pointer = Fx.call(() -> frame.localToScene(x, y));
        for (int i = 0; i < 8; i++) {
            Fx.run(() -> frame.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, pointer.getX(), pointer.getY(),
                    pointer.getX(), pointer.getY(), false, false, false, false,
                    false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        }
        Fx.frames();
        assertThat(Fx.call(() -> (x - picture().getLayoutX()) / picture().getFitWidth())).isBetween(0.249, 0.251);
        press(KeyCode.Z);
        assertThat(scale()).isEmpty();
    }

    @Test
    void hostileTextsAndPicturesAreShownCalmly() {
        open(2);
        ScrollPane side = PeopleTour.in(tour.scene(), ".tweet-box");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(Fx.call(side::getVvalue)).isPositive();
        Fx.bothThemes(tour.scene(), "pair-long");
        open(3);
        assertThat(Fx.call(side::getVvalue)).isZero();
        // The next one is laid out behind it.
        assertThat(Fx.call(() -> side.lookupAll(".tweet").stream().filter(Node::isVisible)
                .map(Node::getNodeOrientation).toList())).containsExactly(NodeOrientation.RIGHT_TO_LEFT);
        Fx.bothThemes(tour.scene(), "pair-rtl");
        open(4);
        assertThat(asking().orElseThrow().boxes()).isEqualTo(MissingFont.of("天"));
        Fx.bothThemes(tour.scene(), "pair-cjk");
        open(5);
        assertThat(offersToAgree()).isFalse();
        press(KeyCode.SPACE);
        assertThat(said()).isEqualTo("There is nothing to agree with: without its picture the network predicts nothing."
                + " Answer with the keys of the labels.");
        Fx.bothThemes(tour.scene(), "pair-missing");
        press(KeyCode.N);
        press(KeyCode.DIGIT1);
        Fx.until(() -> tour.project().annotations().labelsByAnnotator(5).size() == 1);
        open(6);
        shown();
        assertThat(Fx.call(() -> picture().getImage().getHeight())).isEqualTo(1200);
        assertThat(Fx.call(() -> picture().getImage().getWidth())).isEqualTo(800);
    }

    @Test
    void barsAreCalibratedWhereTheCheckpointWasEvaluated() {
        var checkpoint = tour.project().checkpoints().list().getFirst();
        var raw = Objects.requireNonNull(asking().orElseThrow().row().predicted().get("sarcasm")).probabilities();
        tour.project().checkpoints().saveMetrics(checkpoint.id(), "test",
                Map.of("sarcasm.temperature", 3.0, "sentiment.temperature", 1.0));
        open(1);
        // Pair 1 was asked already: until it is read again, it stands there as it was.
        Fx.until(() -> asking().map(State.Asking::opinion).map(one -> one.byTask().get("sarcasm"))
                .filter(Opinion.OfTask::isCalibrated).isPresent());
        var opinion = Objects.requireNonNull(Fx.call(() -> asking().orElseThrow().opinion()));
        var sarcasm = Objects.requireNonNull(opinion.byTask().get("sarcasm"));
        assertThat(sarcasm.temperature()).isEqualTo(3);
        assertThat(java.util.Collections.max(sarcasm.probabilities().values()))
                .isLessThan(java.util.Collections.max(raw.values()));
        assertThat(Fx.call(() -> ((Label) tour.scene().lookup("#network")).getText()))
                .startsWith("Predicted by Postcards of ").endsWith("Calibrated, temperature: Sarcasm 3.00.");
        Fx.bothThemes(tour.scene(), "pair-calibrated");
    }

    /// What is said of the last key; empty for nothing.
    private String said() {
        return Fx.call(() -> tour.scene().lookup("#said") instanceof Label label && label.isVisible()
                ? label.getText()
                : "");
    }

    private String network() {
        return Fx.call(() -> ((Label) PeopleTour.in(tour.scene(), "#network")).getText());
    }

    private boolean offersToAgree() {
        return Fx.call(() -> tour.scene().getRoot().lookupAll(".footer .hint").stream().map(Label.class::cast)
                .filter(hint -> hint.getText().equals("agree")).noneMatch(Node::isDisabled));
    }

    @Test
    void agreeingWithNothingIsCalmlyRefused() {
        assertThat(offersToAgree()).isTrue();
        tour.project().examples().addAll(List.of(new NewExample("late", "Not seen yet",
                folder.resolve("p/pictures/0.jpg"), Split.TEST, Map.of())));
        open(7);
        assertThat(offersToAgree()).isFalse();
        assertThat(said()).isEmpty();
        press(KeyCode.SPACE);
        assertThat(said()).isEqualTo("There is nothing to agree with yet: the network has not seen this pair. Score all"
                + " pairs from the Project menu.");
        Fx.bothThemes(tour.scene(), "pair-unheard");
        Fx.run(() -> {
            tour.desk().projects().scoreNew();
            assertThat(network()).startsWith("The network is looking at the pairs");
            tour.desk().annotate().accept();
            assertThat(said()).endsWith("the network is looking at the pairs, and has not told of this one.");
        });
        Fx.until(() -> network().startsWith("Predicted by"));
        open(1);
        assertThat(said()).isEmpty();
        press(KeyCode.SPACE);
        Fx.until(() -> asking().filter(one -> one.row().example().id() == 2).isPresent());
        assertThat(said()).isEmpty();
    }

    @Test
    void aPictureThatWasReplacedSinceItsImportIsToldToBeAnother() throws IOException {
        var file = folder.resolve("p/pictures/1.jpg");
        tour.project().missingImages()
                .relink(Map.of(2L, new MissingImages.Found(file, ContentHash.of(file), null)));
        open(2);
        assertThat(Fx.call(() -> PeopleTour.<Label>in(tour.scene(), "#picture-another").isVisible())).isFalse();

        open(1);
        // What a copy leaves that was cut off.
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 4_000));
        open(2);
        Fx.until(() -> PeopleTour.<Label>in(tour.scene(), "#picture-another").isVisible());
        Fx.bothThemes(tour.scene(), "picture-another");
        open(1);
        Fx.until(() -> !PeopleTour.<Label>in(tour.scene(), "#picture-another").isVisible());
    }

    @Test
    void barsFromBeforeAPictureBrokeAreToldToBeSo() {
        tour.project().examples().setProblem(2, "/p/1.jpg cannot be read: its permissions do not allow it.");
        open(2);
        assertThat(Fx.call(() -> ((Label) tour.scene().lookup("#network")).getText()))
                .startsWith("Predicted by Postcards of ").contains("That was while its picture could still be read.")
                .doesNotContain("predicts nothing");
        assertThat(offersToAgree()).isTrue();
        Fx.bothThemes(tour.scene(), "pair-broken");
    }

    private Node pane() {
        return PeopleTour.in(tour.scene(), "#explanation");
    }

    @Test
    void anExplanationLiesOverThePictureAndUnderTheWords() {
        shown();
        press(KeyCode.E);
        Fx.until(() -> pane().lookup(".token") != null);
        ImageView overlay = PeopleTour.in(tour.scene(), "#picture-overlay");
        assertThat(Fx.call(() -> overlay.getImage() != null && overlay.getFitWidth() == picture().getFitWidth()))
                .isTrue();
        Fx.bothThemes(tour.scene(), "pair-explained");
        shifted(KeyCode.E);
        shifted(KeyCode.E);
        Fx.bothThemes(tour.scene(), "pair-attention");
        Fx.run(() -> {
            tour.scene().getWindow().setWidth(900);
            tour.scene().getWindow().setHeight(600);
        });
        Fx.bothThemes(tour.scene(), "pair-small");
        sign("?");
        Fx.bothThemes(tour.scene(), "pair-small-help");
        press(KeyCode.ENTER);
        double strength = Fx.call(overlay::getOpacity);
        sign(".");
        assertThat(Fx.call(overlay::getOpacity)).isGreaterThan(strength);
        var all = Fx.call(overlay::getImage);
        Fx.run(() -> ((Button) pane().lookupAll(".token").stream().skip(2).findFirst().orElseThrow()).fire());
        Fx.frames();
        assertThat(Fx.call(overlay::getImage)).isNotSameAs(all);
        press(KeyCode.R);
        assertThat(Fx.call(overlay::getRotate)).isEqualTo(90);
        press(KeyCode.RIGHT);
        Fx.until(() -> asking().filter(one -> one.row().example().id() == 2).isPresent());
        assertThat(Fx.call(() -> pane().isVisible() || overlay.getImage() != null)).isFalse();
        press(KeyCode.E);
        Fx.run(() -> ((Button) pane().lookup("#explain-cancel")).fire());
        Fx.until(() -> !pane().isVisible() && tour.desk().jobs().isIdle());
    }

    @Test
    void anExplanationDoesNotTellWhatABlindQueueHides() {
        QueueSettings.saveBlind(tour.project(), QueueKind.RANDOM, true);
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(QueueKind.RANDOM, "")));
        Fx.until(() -> tour.desk().context().queue().get().blind()
                && asking().filter(one -> one.opinion() == null).isPresent());
        press(KeyCode.E);
        assertThat(Fx.call(() -> pane().isVisible() && pane().lookup(".token") == null)).isTrue();
        assertThat(tour.desk().jobs().visible()).isEmpty();
        assertThat(offersToAgree()).isFalse();
        press(KeyCode.SPACE);
        assertThat(said())
                .isEqualTo("There is nothing to agree with yet: this queue hides what the network predicts until"
                        + " you have answered.");
        Fx.bothThemes(tour.scene(), "pair-blind");
    }
}
