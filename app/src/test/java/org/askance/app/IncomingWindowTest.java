package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.ClipboardAssistance;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.ui.Place;
import org.askance.app.work.ArchiveProject;
import org.askance.app.work.Divide;
import org.askance.app.work.ImportChoices;
import org.askance.app.work.ImportExamples;
import org.askance.app.work.ImportReport;
import org.askance.app.work.Progress;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is dropped onto the window; duplicates; pictures that were moved; projects that are moved and copied.
class IncomingWindowTest {

    private static final String LONG = "Thirty-four minutes late, no seat, no heating, and the guard wished us all a"
            + " pleasant journey ☔️😂 #publictransport #lovingit @trains_uk https://t.co/abc ";

    @TempDir
    Path folder;

    private Path project;
    private OneWindow window;

    @BeforeEach
    void start() throws IOException {
        project = folder.resolve("a project with a long name");
        Project.create(project, "Rainy days").close();
        window = new OneWindow(folder.resolve("home"));
        window.open(project);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private Path picture(String name, int rgb) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var image = new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 12; i++) {
            pen.setColor(new Color(rgb * (i + 3) & 0xFFFFFF));
            pen.fillRect(rgb * i % 200, rgb * i / 7 % 130, 60, 40);
        }
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private ImportReport table(String... lines) throws Exception {
        var report = imported(lines);
        show();
        return report;
    }

    /// Behind the window's back.
    private ImportReport imported(String... lines) throws Exception {
        var file = Files.writeString(folder.resolve("pairs.csv"), String.join("\n", lines) + "\n");
        var project = window.workspace().project();
        return new ImportExamples(project,
                Sources.open(Sources.guess(file), project.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(file, List.of(file), null),
                ImportChoices.USUAL.withDivide(Divide.NEVER)).run(Progress.NONE);
    }

    private void show() {
        Fx.run(() -> window.desk().context().examplesChanged());
        window.idle();
    }

    private void open(Path other) {
        window.open(other);
        Fx.until(() -> window.workspace().project().folder().equals(other) && window.desk().jobs().isIdle());
    }

    private ExampleRow row(long id) {
        return Objects.requireNonNull(window.workspace().project().examples().row(id));
    }

    @Test
    void duplicatesAreListedMovedAndTheMoveTakenBackWhateverWasDoneSince() throws Exception {
        var same = picture("pictures/1.png", 0x51A9C3);
        Files.copy(same, folder.resolve("pictures/2.png"));
        picture("pictures/3.png", 0x9D3377);
        var report = table("id,text,image,split,sentiment", "a,\"" + LONG + "\",pictures/1.png,train,negative",
                "b,another text altogether,pictures/2.png,test,negative",
                "c,the very same words,pictures/3.png,train,neutral", "d,The very same words!,,train,neutral",
                "e,nothing like it,,test,positive");
        assertThat(report.duplicates().straddling()).isEqualTo(1);

        Fx.run(() -> window.desk().projects().duplicates());
        var dialog = window.dialog("duplicates");
        Fx.until(() -> dialog.lookup("#duplicate-groups") != null && dialog.lookup("#duplicate-move-2") != null);
        Fx.frames();
        Fx.bothThemes(dialog.getScene(), "duplicates");
        assertThat(OneWindow.text(dialog.lookup("#duplicates-sentence"))).startsWith("2 groups").contains("1 lies");

        OneWindow.press(dialog, "#duplicate-move-2");
        Fx.until(() -> row(2).example().split() == Split.TRAIN);
        Fx.until(() -> OneWindow.text(dialog.lookup("#duplicates-sentence")).contains("none lies"));
        Fx.bothThemes(dialog.getScene(), "duplicates-moved");
        Fx.run(() -> window.desk().annotate().open(3));
        Fx.until(() -> window.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.row().example().id() == 3);
        Fx.run(() -> window.desk().annotate().answer("sentiment", "positive"));
        Fx.until(() -> row(3).answered().equals(Map.of("sentiment", "positive")));

        OneWindow.press(dialog, "#duplicates-undo");
        Fx.until(() -> row(2).example().split() == Split.TEST);
        assertThat(row(3).answered()).isEqualTo(Map.of("sentiment", "positive"));
        Fx.until(() -> dialog.lookup("#duplicate-open-2") != null && dialog.lookup("#duplicates-undo").isDisabled());
        OneWindow.press(dialog, "#duplicate-open-2");
        Fx.until(() -> window.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.row().example().id() == 2);
    }

    @Test
    void noDuplicatesAreSaidToBeNone() throws Exception {
        table("id,text", "a,one", "b,entirely other");
        Fx.run(() -> window.desk().projects().duplicates());
        var dialog = window.dialog("duplicates");
        Fx.until(() -> OneWindow.text(dialog.getContent()).contains("No duplicates"));
        Fx.bothThemes(dialog.getScene(), "duplicates-none");
    }

    @Test
    void aMovedPictureIsFoundAgainFromThePairThatLacksIt() throws Exception {
        var first = picture("pictures/1.png", 0x51A9C3);
        picture("pictures/2.png", 0x9D3377);
        imported("id,text,image", "a,\"" + LONG + "\",pictures/1.png", "b,مرحبا بالعالم،,pictures/2.png",
                "c,gone for ever,pictures/nowhere and with a name that goes on and on and on.png");
        Fx.run(() -> window.desk().window().show(Place.ANNOTATE));
        var moved = Files.createDirectories(folder.resolve("elsewhere/deep")).resolve("renamed.png");
        Files.move(first, moved);
        show();
        Fx.run(() -> window.desk().annotate().open(1));
        Fx.until(() -> window.scene().lookup("#picture-relink") != null);
        Fx.bothThemes(window.scene(), "annotate-missing");
        OneWindow.press(window.scene().getRoot(), "#picture-relink");
        var dialog = window.dialog("relinking");
        Fx.until(() -> dialog.lookup("#relink-sentence") != null);
        assertThat(OneWindow.text(dialog.lookup("#relink-sentence"))).isEqualTo("2 pictures are not where they were.");
        Fx.bothThemes(dialog.getScene(), "relink");
        OneWindow.press(dialog, "#relink-close");

        var again = Objects.requireNonNull(Fx.call(() -> window.desk().projects().incoming().relink()));
        var searching = window.dialog("relinking");
        Fx.until(() -> searching.lookup("#relink-sentence") != null);
        Fx.run(() -> again.search(folder.resolve("no such folder")));
        Fx.until(() -> OneWindow.text(searching.getContent()).contains("There is no folder"));
        Fx.bothThemes(searching.getScene(), "relink-failed");
        Fx.run(() -> again.search(folder.resolve("elsewhere")));
        Fx.until(() -> OneWindow.text(searching.getContent()).contains("1 picture was found again"));
        Fx.frames();
        Fx.bothThemes(searching.getScene(), "relink-found");
        assertThat(((ListView<?>) searching.lookup("#relink-list")).getItems().toString()).contains(moved.toString(),
                "nowhere and with");
        assertThat(row(1).example().image()).isEqualTo(moved);
        assertThat(row(1).example().problem()).isNull();
        Fx.until(() -> window.scene().lookup("#picture-relink") == null);
    }

    @Test
    void aPictureThatCameBackToItsPlaceIsShownAgain() throws Exception {
        table("id,text,image", "a,late,pictures/1.png");
        Fx.run(() -> window.desk().annotate().open(1));
        Fx.until(() -> window.scene().lookup("#picture-relink") != null);
        picture("pictures/1.png", 0x51A9C3);
        OneWindow.press(window.scene().getRoot(), "#picture-relink");
        var dialog = window.dialog("relinking");
        Fx.until(() -> OneWindow.text(dialog.getContent()).contains("No picture is missing"));
        Fx.bothThemes(dialog.getScene(), "relink-none");
        Fx.until(() -> window.scene().lookup("#picture-relink") == null);
        assertThat(row(1).example().problem()).isNull();
    }

    @Test
    void aProjectIsMovedAndCopiedAndBothAreAmongTheRecentOnes() throws Exception {
        table("id,text", "a,one");
        Fx.run(() -> window.desk().projects().moveProject());
        var move = window.dialog("moving");
        assertThat(move.lookup("#move-start").isDisabled()).isTrue();
        assertThat(Fx.call(() -> move.lookup("#move-name").isFocused())).isTrue();
        Fx.bothThemes(move.getScene(), "move-same");
        var deep = folder.resolve("another place with a very long name indeed that goes on/and on");
        Fx.run(() -> {
            ((TextField) move.lookup("#move-name")).setText("moved");
            ((TextField) move.lookup("#move-parent")).setText(deep.toString());
        });
        Fx.bothThemes(move.getScene(), "move");
        OneWindow.press(move, "#move-start");
        Fx.until(() -> window.desk().context().workspace().get() != null
                && window.workspace().project().folder().equals(deep.resolve("moved")));
        window.idle();
        assertThat(project).doesNotExist();
        assertThat(row(1).example().text()).isEqualTo("one");
        assertThat(Fx.call(() -> window.desk().projects().recentProjects())).containsExactly(deep.resolve("moved"));

        Fx.run(() -> window.desk().projects().copyProject());
        var copy = window.dialog("moving");
        Fx.bothThemes(copy.getScene(), "copy");
        assertThat(((TextField) copy.lookup("#move-name")).getText()).isEqualTo("moved (copy)");
        OneWindow.press(copy, "#move-start");
        Fx.until(() -> Files.exists(deep.resolve("moved (copy)/project.db")));
        window.idle();
        open(deep.resolve("moved (copy)"));
        assertThat(row(1).example().text()).isEqualTo("one");
        assertThat(window.workspace().project().isReadOnly()).isFalse();
        assertThat(Fx.call(() -> window.desk().projects().recentProjects()))
                .containsExactly(deep.resolve("moved (copy)"), deep.resolve("moved"));
    }

    @Test
    void anArchiveIsDroppedAndBecomesAProjectThatIsOpen() throws Exception {
        table("id,text", "a,one");
        window.workspace().project().annotations().flag(1, "odd", "ada");
        var zip = folder.resolve("Rainy days.ZIP");
        new ArchiveProject(window.workspace().project(), window.workspace().journal(), zip, false).run(Progress.NONE);
        Files.writeString(folder.resolve("broken.zip"), "no archive");
        drag(DragEvent.DRAG_DROPPED, folder.resolve("broken.zip"));
        var refused = window.dialog("moving");
        OneWindow.press(refused, "#move-start");
        Fx.until(() -> window.desk().jobs().isIdle());
        assertThat(window.workspace().project().folder()).isEqualTo(project);
        assertThat(folder.resolve("broken")).doesNotExist();

        drag(DragEvent.DRAG_DROPPED, zip);
        var restore = window.dialog("moving");
        Fx.bothThemes(restore.getScene(), "restore");
        assertThat(((TextField) restore.lookup("#move-name")).getText()).isEqualTo("Rainy days");
        OneWindow.press(restore, "#move-start");
        Fx.until(() -> window.desk().context().workspace().get() != null
                && window.workspace().project().folder().equals(folder.resolve("Rainy days")));
        window.idle();
        assertThat(row(1).example().text()).isEqualTo("one");
        assertThat(window.workspace().project().annotations().marks(1, "ada").flag()).isNotNull();
    }

    @Test
    void aMoveThatFailsLeavesTheProjectOpenWhereItWas() throws Exception {
        Files.createDirectories(folder.resolve("full/of things"));
        Fx.run(() -> window.desk().projects().moveProject());
        var move = window.dialog("moving");
        Fx.run(() -> ((TextField) move.lookup("#move-name")).setText("full"));
        OneWindow.press(move, "#move-start");
        Fx.until(() -> window.desk().context().workspace().get() != null
                && window.desk().jobs().isIdle());
        assertThat(window.workspace().project().folder()).isEqualTo(project);
        assertThat(window.workspace().project().isReadOnly()).isFalse();
    }

    @Test
    void aFileDraggedOntoTheWindowIsLookedAtAndItsFormatSaid() throws Exception {
        var file = Files.writeString(folder.resolve("dragged.jsonl"), "{\"text\": \"so late\", \"label\": [\"x\"]}\n");
        drag(DragEvent.DRAG_OVER, file);
        Fx.until(() -> hint().isVisible());
        Fx.bothThemes(window.scene(), "drop");
        drag(DragEvent.DRAG_DROPPED, file);
        var dialog = window.dialog("importing");
        Fx.until(() -> OneWindow.text(dialog.lookup("#import-guess")).contains("doccano JSONL"));
        assertThat(hint().isVisible()).isFalse();
    }

    /// As the system tells of a drag from another program; the headless one has none.
    private void drag(EventType<DragEvent> what, Path... files) {
        Fx.run(() -> {
            var board = dragboard();
            var content = new ClipboardContent();
            content.putFiles(Stream.of(files).map(Path::toFile).toList());
            board.setContent(content);
            var target = window.scene().lookup("#place-MAP");
            Event.fireEvent(target, new DragEvent(what, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null));
        });
    }

    private static Dragboard dragboard() {
        try {
            var make = Class.forName("com.sun.javafx.tk.quantum.QuantumClipboard")
                    .getDeclaredMethod("getDragboardInstance", ClipboardAssistance.class, boolean.class);
            make.setAccessible(true);
            return DragboardHelper.createDragboard(
                    (TKClipboard) make.invoke(null, new ClipboardAssistance(com.sun.glass.ui.Clipboard.SYSTEM), true));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Node hint() {
        return Objects.requireNonNull(window.scene().lookup("#drop-hint"));
    }

    @Test
    void severalFilesAtOnceAndAProjectThatIsOnlyReadAreRefused() throws Exception {
        var file = Files.writeString(folder.resolve("x.csv"), "text\nlate\n");
        Fx.run(() -> window.desk().projects().dropped(List.of(file, folder)));
        assertThat(window.shows("importing")).isFalse();
        var other = folder.resolve("other");
        Project.create(other, "Elsewhere").close();
        open(other);
        open(project);
        try (var _ = Project.open(other)) {
            open(other);
            Fx.run(() -> window.desk().projects().dropped(List.of(file)));
            Fx.run(() -> window.desk().projects().relink());
            Fx.run(() -> window.desk().projects().moveProject());
            Fx.frames();
            assertThat(window.shows("importing") || window.shows("relinking") || window.shows("moving")).isFalse();
            assertThat(window.workspace().project().examples().count(ExampleFilter.ALL)).isZero();
        }
    }

    @Test
    void withoutAProjectOneIsAskedForFirst() {
        Fx.run(() -> window.desk().context().open(null));
        Fx.run(() -> window.desk().projects().dropped(List.of(folder)));
        var dialog = window.dialog("confirmation");
        assertThat(OneWindow.text(dialog)).contains("Pairs are imported into a project");
        Fx.bothThemes(dialog.getScene(), "import-no-project");
    }
}
