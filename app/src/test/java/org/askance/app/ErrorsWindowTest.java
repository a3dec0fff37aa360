package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What fails, in the one place for it: over a project whose file really refuses.
class ErrorsWindowTest {

    private static final Path LOG = Path.of("target/logs/askance.log");

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
        Fx.until(() -> asked() == 1);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    private long asked() {
        return tour.desk().annotate().state().get() instanceof State.Asking asking ? asking.row().example().id() : -1;
    }

    private void sql(String text) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p/project.db"));
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static String words(Scene scene) {
        return Fx.call(() -> OneWindow.text(scene.getRoot()));
    }

    private Button mark() {
        return PeopleTour.in(tour.scene(), "#status-errors");
    }

    @Test
    void anAnswerThatCannotBeSavedIsSaidSoOnceAndNothingBeforeItIsLost() throws Exception {
        assertThat(Fx.call(() -> mark().isVisible())).isFalse();
        PeopleTour.press(tour.scene(), KeyCode.F);
        Fx.until(() -> tour.project().annotations().marks(1, System.getProperty("user.name", "me")).flag() != null);
        Fx.until(() -> asked() == 1);
        sql("CREATE TRIGGER refusing BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no'); END");
        PeopleTour.press(tour.scene(), KeyCode.S);
        var dialog = tour.dialog("#errors");
        Fx.until(() -> asked() == 1);
        assertThat(words(dialog)).contains("project.db", "What you just did is not saved; everything before it is.")
                .doesNotContain("times since");
        Fx.bothThemes(dialog, "errors-one");

        // Who types on gets no second window, and presses no button of this one.
        PeopleTour.press(tour.scene(), KeyCode.S);
        Fx.until(() -> words(dialog).contains("2 times since"));
        PeopleTour.press(dialog, KeyCode.SPACE);
        assertThat(Fx.call(() -> dialog.getWindow().isShowing())).isTrue();
        assertThat(Fx.call(() -> mark().getText())).isEqualTo("1 error");

        Fx.run(() -> PeopleTour.<Button>in(dialog, ".error-card .button").fire());
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        String code = Objects
                .requireNonNull(copied.lines().filter(line -> line.startsWith("A-")).findFirst().orElse(null))
                .split(",", 2)[0];
        assertThat(copied).contains("project.db", "is not saved", "Askance ", "Java ");
        assertThat(Files.readString(LOG)).contains(code + " org.askance.storage.sql.StorageException");

        sql("DROP TRIGGER refusing");
        PeopleTour.press(dialog, KeyCode.ESCAPE);
        Fx.until(() -> !tour.isOpen("#errors"));
        PeopleTour.press(tour.scene(), KeyCode.S);
        Fx.until(() -> asked() == 2);
        assertThat(tour.project().annotations().history(1)).hasSize(2);
        // It can be read again later.
        Fx.run(mark()::fire);
        assertThat(words(tour.dialog("#errors"))).contains("2 times since");
    }

    @Test
    void manyErrorsAreListedTheNewestFirstWithTextsOfAnyScript() {
        report(new StorageException("ملفات/الصور/يوم_جميل_جدا_في_المدينة_القديمة.csv لا يمكن قراءته 😂 ".repeat(4)
                + "Choose another file."), "Import");
        report(new IllegalStateException("I just love waiting in the rain"), "");
        report(new StorageException("/home/someone/a/very/long/path/".repeat(8) + "p.db cannot be written: disk full."),
                "Export");
        var dialog = tour.dialog("#errors");
        Fx.until(() -> words(dialog).contains("disk full"));
        Fx.bothThemes(dialog, "errors-many");
        String words = words(dialog);
        assertThat(words.indexOf("disk full")).isLessThan(words.indexOf("Something unexpected"));
        assertThat(words.indexOf("Something unexpected")).isLessThan(words.indexOf("Choose another file."));
        assertThat(words).doesNotContain("love waiting");
    }

    @Test
    void theListSaysSoWhenNothingFailed() {
        Fx.run(() -> tour.desk().projects().errors());
        var dialog = tour.dialog("#errors");
        assertThat(words(dialog)).contains("Nothing failed");
        Fx.bothThemes(dialog, "errors-none");
    }

    /// Everything that went through this window, and what was reported above, left no tweet in the log.
    @AfterEach
    void noTweetIsInTheLog() throws IOException {
        String log = Files.readString(LOG);
        for (String tweet : PeopleTour.TEXTS) {
            assertThat(log).doesNotContain(tweet);
        }
        assertThat(log).doesNotContain("love waiting");
    }

    private void report(RuntimeException failure, String title) {
        Fx.run(() -> {
            if (title.isEmpty()) {
                tour.desk().jobs().quietly(_ -> {
                    throw failure;
                }, _ -> {}, () -> {});
            } else {
                tour.desk().jobs().start(title, _ -> {
                    throw failure;
                }, _ -> {}, () -> {});
            }
        });
        tour.idle();
        Fx.frames();
    }
}
