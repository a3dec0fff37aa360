package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guidelines in a real window: toggled by key, written with a preview, kept in versions that answers name.
class GuidelinesWindowTest {

    private static final String TEXT = """
            # When is a pair sarcastic? 🙃

            Read the tweet **and** look at the picture. It is *sarcastic* if the words say the opposite of what the
            picture shows; see [the first rainy one](askance:k5) for `sarcasm`.

            ## In doubt

            1. Ask yourself: would the author mean it?
            2. Then:
               - skip it, or
               - flag it and say why
            3. Ключ، مرحبا, 日本語

            > A joke alone is not sarcasm.

            [Clearly sarcastic](askance:k0)
            [Right to left, and not sarcastic at all although one could think so](<askance:k4>)

            [Nothing there](askance:nowhere)

            ---

            ```
            not <b>HTML</b>, but shown as it is
            ```

            More on [the task](https://example.org/a/very/long/address/that/does/not/end/soon/and/has/no/break).
            ![a picture from elsewhere](https://example.org/tracker.gif)
            """;

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    private void toggle() {
        PeopleTour.press(tour.scene(), KeyCode.G, "g", true);
    }

    private static String words(Scene scene, String within) {
        return Fx.call(() -> scene.lookup(within).lookupAll(".words").stream().map(node -> ((Text) node).getText())
                .collect(Collectors.joining("|")));
    }

    private static boolean picturesAreThere(Node within, int count) {
        return within.lookupAll(".pinned .image-view").stream()
                .filter(node -> node instanceof ImageView view && view.getFitWidth() > 50).count() == count;
    }

    @Test
    void theyStandBesideThePairAndAnswersNameTheirVersion() {
        toggle();
        Fx.until(() -> tour.scene().lookup("#guidelines .message") != null);
        Fx.bothThemes(tour.scene(), "guidelines-none");
        Fx.run(() -> tour.desk().workbench().guidelines().save("Old"));
        Fx.until(() -> tour.desk().context().guideline().get() == 1);
        Fx.run(() -> tour.desk().workbench().guidelines().save(TEXT));
        Fx.until(() -> tour.desk().context().guideline().get() == 2);
        Fx.until(() -> picturesAreThere(tour.scene().lookup("#guidelines"), 3));
        Fx.bothThemes(tour.scene(), "guidelines");
        assertThat(words(tour.scene(), "#guidelines")).contains("sarcastic").doesNotContain("**", "askance:");
        PeopleTour.press(tour.scene(), KeyCode.DIGIT2);
        Fx.until(() -> tour.project().annotations().answeredCount() == 1);
        assertThat(tour.project().annotations().history(1).getFirst().circumstances().guideline()).isEqualTo(2);
        toggle();
        assertThat(Fx.call(() -> tour.scene().lookup("#guidelines") == null)).isTrue();
        PeopleTour.press(tour.scene(), KeyCode.N);
        Fx.until(() -> tour.project().annotations().history(1).size() == 2);
    }

    @Test
    void hostileTextsAreShownCalmly() {
        toggle();
        var hostile = "> ".repeat(4000) + "quoted deep\n\n" + "*a ".repeat(4000) + "b" + " c*".repeat(4000) + "\n\n"
                + "1. ".repeat(2000) + "listed\n\n![x](askance:) [](askance:%ZZ) <script>x</script> \u0000 end";
        Fx.run(() -> tour.desk().workbench().guidelines().save(hostile));
        Fx.until(() -> tour.desk().context().guideline().get() == 1
                && tour.scene().lookup("#guidelines .markdown .pinned") != null);
        assertThat(words(tour.scene(), "#guidelines")).contains("quoted deep", "b", "end");
        Fx.snapshot(tour.scene(), "guidelines-hostile");
    }

    @Test
    void aKeyOfAnySignsIsPinnedAndFoundAgain() {
        Fx.run(() -> tour.desk().workbench().guidelines().save("[all](<askance:k%30>) and [the same](askance:k0)"));
        toggle();
        Fx.until(() -> picturesAreThere(tour.scene().lookup("#guidelines"), 2));
    }

    @Test
    void theSmallestWindowHasRoomForThem() {
        Fx.run(() -> tour.desk().workbench().guidelines().save(TEXT));
        Fx.run(() -> {
            var window = (javafx.stage.Stage) tour.scene().getWindow();
            window.setWidth(900);
            window.setHeight(600);
        });
        toggle();
        Fx.until(() -> picturesAreThere(tour.scene().lookup("#guidelines"), 3));
        Fx.bothThemes(tour.scene(), "guidelines-small");
        assertThat(Fx.call(() -> {
            var header = tour.scene().lookup(".header");
            return header.localToScene(header.getLayoutBounds()).getMaxX();
        })).isLessThanOrEqualTo(900);
        assertThat(Fx.call(() -> tour.scene().lookup("#guidelines").localToScene(0, 0).getX()
                + ((javafx.scene.layout.Region) tour.scene().lookup("#guidelines")).getWidth())).isLessThan(400);
    }

    private static String text(TextArea editor) {
        return Fx.call(editor::getText);
    }

    @Test
    void theyAreWrittenWithAPreviewAndOlderVersionsAreKept() {
        Fx.run(() -> tour.desk().workbench().guidelines().save("# First"));
        Fx.until(() -> tour.desk().context().guideline().get() == 1);
        toggle();
        Fx.run(() -> ((Button) PeopleTour.in(tour.scene(), "#guidelines-edit")).fire());
        var dialog = tour.dialog("#guidelines-text");
        TextArea editor = PeopleTour.in(dialog, "#guidelines-text");
        Button save = PeopleTour.in(dialog, "#guidelines-save");
        assertThat(text(editor)).isEqualTo("# First");
        assertThat(Fx.<Boolean>call(save::isDisabled)).isTrue();
        Fx.run(() -> {
            editor.setText(TEXT);
            editor.end();
            ((Button) PeopleTour.in(dialog, "#guidelines-pin")).fire();
        });
        assertThat(text(editor)).contains("[An example](<askance:k0>)");
        Fx.until(() -> picturesAreThere(dialog.lookup("#guidelines-preview"), 4));
        Fx.bothThemes(dialog, "guidelines-write");
        Fx.run(save::fire);
        Fx.until(() -> tour.desk().context().guideline().get() == 2);
        ListView<Guideline> versions = PeopleTour.in(dialog, "#guidelines-versions");
        Fx.until(() -> versions.getItems().size() == 3);
        Fx.run(() -> versions.getSelectionModel().selectLast());
        assertThat(text(editor)).isEqualTo("# First");
        assertThat(Fx.<Boolean>call(editor::isEditable)).isFalse();
        Fx.bothThemes(dialog, "guidelines-older");
        Fx.run(() -> ((Button) PeopleTour.in(dialog, "#guidelines-go-on")).fire());
        assertThat(Fx.<Boolean>call(editor::isEditable)).isTrue();
        Fx.run(() -> editor.appendText(" and more"));
        Fx.run(() -> dialog.getWindow().hide());
        Fx.until(() -> "# First and more".equals(tour.project().settings().get("guideline.draft")));
        assertThat(tour.project().guidelines().versions()).extracting(Guideline::version).containsExactly(2, 1);
    }
}
