package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javax.imageio.ImageIO;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.Progress;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.files.ContentHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// The manual's pictures, made from the program with drawn pairs. Each has a record of what the window showed: a
/// picture whose window no longer shows that is stale, and this test fails. With `-Dmanual.renew=true` it writes those
/// anew; see CONTRIBUTING.
///
/// Pictures themselves are compared by the mean lightness of large tiles only: letters of another font, or the
/// smoothing of another machine, do not change that, another layout or theme does. Texts and controls are in the
/// record.
class ManualPicturesTest {

    private static final Path PICTURES = Path.of("../assets/manual/en/pictures");
    private static final Path RECORDS = Path.of("src/test/resources/org/askance/app/manual");
    private static final boolean RENEW = Boolean.getBoolean("manual.renew");
    private static final int MOST_LOOKS = 40;
    private static final int PAIRS = 240;
    private static final long SHOWN_ON_THE_MAP = 4;
    private static final int TILES = 16;
    /// Of 255.
    private static final double TILE_MAY_DIFFER = 24;
    /// Of all tiles.
    private static final double FEW = 0.1;

    private static final String GUIDELINES = """
            # When is a pair sarcastic?

            Read the tweet **and** look at the picture. It is *sarcastic* if the words say the opposite of what the
            picture shows.

            ## In doubt

            1. Would the author mean it?
            2. If you still cannot tell, put it off, or flag it and say why.

            [Clearly sarcastic](askance:postcard-000000)
            """;

    @TempDir(factory = Called.class)
    private Path folder;

    /// Its path may be read in a picture.
    static final class Called implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory("askance");
        }
    }

    private Tour tour;
    private final Map<String, String> stale = new LinkedHashMap<>();
    private final TreeSet<String> made = new TreeSet<>();

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "annotator=Ada\nlanguage=english\n");
        make(folder.resolve("Postcards"));
        tour = new Tour(folder.resolve("home"), 1080, 700);
    }

    @AfterEach
    void stop() {
        tour.close();
        Fx.run(Appearance.LIGHT::apply);
    }

    @Test
    void everyPictureShowsTheProgramAsItIs() throws IOException {
        Fx.run(Appearance.LIGHT::apply);
        Fx.run(() -> tour.desk().open(folder.resolve("Postcards")));
        tour.idle();
        annotate();
        dialogs();
        places();
        train();
        assertThat(stale).as("""
                These pictures of the manual no longer show the program. Look whether the change is meant, renew them \
                by the command in CONTRIBUTING (“the manual's pictures”), look at them, and commit them.""")
                .isEmpty();
        assertThat(records()).as("records of pictures that are made").isEqualTo(made);
    }

    private static Set<String> records() throws IOException {
        try (var files = Files.list(RECORDS)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString().replace(".txt", "")).toList());
        }
    }

    /// Drawn pairs, some of which two people answered.
    private static void make(Path project) {
        try (var made = Project.create(project, "Postcards")) {
            new MakePostcards(made, new PostcardsPlan(PAIRS, 1), _ -> {}).run(Progress.NONE);
            // Or the window would go on drawing.
            made.settings().put("postcards.made", Integer.toString(PostcardsPlan.DEFAULT_COUNT));
            for (long id = 40; id < 72; id++) {
                for (var who : List.of("Ada", "Ben")) {
                    boolean apart = who.equals("Ben") && id % 5 == 0;
                    made.annotations().save(new Answer(id,
                            Map.of("sarcasm", (id % 2 == 0) != apart ? "sarcastic" : "not sarcastic", "sentiment",
                                    id % 3 == 0 ? "positive" : "negative"),
                            who, null, Duration.ofSeconds(3)));
                }
            }
            made.annotations().comment(40, "He means it: look at the sky.", "Ben");
        }
    }

    private void annotate() throws IOException {
        pair(1);
        picture("start", tour.scene());
        pair(4);
        picture("annotate", tour.scene());
        tour.press(KeyCode.UNDEFINED, "?");
        picture("keys", tour.scene());
        tour.press(KeyCode.ENTER, "");
        tour.press(KeyCode.E, "e");
        Fx.until(() -> tour.scene().lookup(".token") != null);
        tour.idle();
        picture("explanation", tour.scene());
        tour.press(KeyCode.E, "e");
        Fx.run(new Looks(Appearance.DARK, true, Looks.TextSize.LARGE, true)::apply);
        picture("contrast", tour.scene());
        Fx.run(Appearance.LIGHT::apply);
        Fx.run(() -> tour.desk().workbench().guidelines().save(GUIDELINES));
        Fx.until(() -> tour.desk().context().guideline().get() == 1);
        Fx.run(() -> tour.desk().workbench().guidelines().toggle());
        Fx.until(() -> loaded(tour.scene(), "#guidelines .pinned .image-view"));
        picture("guidelines", tour.scene());
        Fx.run(() -> tour.desk().workbench().guidelines().toggle());
    }

    private void pair(long id) {
        Fx.run(() -> tour.desk().window().openExample(id));
        tour.idle();
        Fx.until(() -> loaded(tour.scene(), "#picture-image"));
    }

    private static boolean loaded(Scene scene, String selector) {
        // A card that nothing is found for any more keeps its place, unseen.
        var views = scene.getRoot().lookupAll(selector).stream().filter(ImageView.class::isInstance)
                .map(ImageView.class::cast).filter(ManualPicturesTest::shows).toList();
        return !views.isEmpty() && views.stream().allMatch(view -> view.getImage() != null);
    }

    private void dialogs() throws IOException {
        var file = Files.writeString(folder.resolve("rainy days.csv"), """
                id,tweet,photo,is_ironic,split
                1,What a lovely day for a picnic,1.jpg,1,train
                2,The bus is on time and I am happy,2.jpg,0,train
                3,Just what I needed: more rain,3.jpg,1,test
                """);
        for (int i = 1; i <= 3; i++) {
            Files.copy(folder.resolve("Postcards/images").resolve("postcard-%06d.jpg".formatted(i)),
                    folder.resolve(i + ".jpg"));
        }
        Fx.run(() -> tour.desk().projects().incoming().importPairs(file));
        var importing = dialog("#import-preview");
        Fx.until(() -> loaded(importing, "#import-preview .image-view"));
        picture("import", importing);
        close(importing);

        Fx.run(() -> tour.desk().projects().exportPairs());
        var exporting = dialog("#export-formats");
        tour.idle();
        picture("export", exporting);
        close(exporting);

        pressed(KeyCode.L);
        var queues = dialog("#queue-list");
        Fx.until(() -> !((ListView<?>) Objects.requireNonNull(queues.lookup("#queue-list"))).getItems().isEmpty());
        picture("queues", queues);
        close(queues);

        tour.press(KeyCode.L, "l");
        var labels = dialog(".labels-all");
        tour.idle();
        picture("labels", labels);
        close(labels);

        pressed(KeyCode.T);
        var progress = dialog(".progress.dialog-pane");
        tour.idle();
        picture("progress", progress);
        close(progress);

        Fx.run(() -> ((MenuButton) Objects.requireNonNull(tour.scene().lookup("#menu-people"))).getItems().getLast()
                .fire());
        var agreement = dialog(".agreement");
        Fx.until(() -> agreement.lookup(".agreement-figure") != null);
        picture("agreement", agreement);
        close(agreement);
    }

    private Scene dialog(String selector) {
        Fx.until(() -> found(selector) != null);
        Fx.frames();
        return Objects.requireNonNull(Fx.call(() -> found(selector)));
    }

    private @org.jspecify.annotations.Nullable Scene found(String selector) {
        return javafx.stage.Window.getWindows().stream().filter(javafx.stage.Window::isShowing)
                .map(javafx.stage.Window::getScene).filter(scene -> !scene.equals(tour.scene()))
                .filter(scene -> scene.lookup(selector) != null).findFirst().orElse(null);
    }

    private static void close(Scene dialog) {
        Fx.run(() -> dialog.getWindow().hide());
    }

    private void places() throws IOException {
        tour.go(Place.BROWSE);
        Fx.run(() -> ((TextField) Objects.requireNonNull(tour.scene().lookup("#query")))
                .setText("label:sarcastic conf>0.8"));
        Fx.until(() -> tour.scene().lookup(".browse .image-view") != null);
        tour.idle();
        Fx.until(() -> loaded(tour.scene(), ".browse .image-view"));
        picture("browse", tour.scene());
        tour.go(Place.ADJUDICATE);
        Fx.until(() -> tour.scene().lookup("#adjudicate-position") != null
                && loaded(tour.scene(), ".adjudicate .picture .image-view"));
        picture("adjudicate", tour.scene());
        tour.go(Place.MAP);
        Fx.until(() -> tour.scene().lookup(".map-canvas") != null);
        tour.project(ProjectEmbeddings.Method.UMAP);
        // By its key: where it lies depends on how this processor rounds.
        Fx.run(() -> tour.desk().map().chooseExample(SHOWN_ON_THE_MAP));
        Fx.until(() -> tour.scene().lookup(".neighbour") != null && loaded(tour.scene(), ".neighbour .image-view"));
        picture("map", tour.scene());
    }

    private void train() throws IOException {
        tour.go(Place.TRAIN);
        Fx.run(() -> ((ButtonBase) Objects.requireNonNull(tour.scene().lookup("#train-preset-QUICK"))).fire());
        Fx.run(() -> ((TextField) Objects.requireNonNull(tour.scene().lookup("#train-EPOCHS"))).setText("3"));
        tour.click("#train-start");
        Fx.untilForLong(() -> tour.scene().lookup(".verdict") != null && tour.desk().jobs().isIdle());
        Fx.frames();
        picture("compare", tour.scene());
        Fx.run(() -> tour.scene().getRoot().lookupAll(".train > .scroll-pane")
                .forEach(pane -> ((ScrollPane) pane).setVvalue(0)));
        picture("train", tour.scene());
    }

    /// Compares what `scene` shows with the picture that is there, or writes it anew.
    private void picture(String name, Scene scene) throws IOException {
        made.add(name);
        Fx.run(() -> List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(javafx.stage.PopupWindow.class::isInstance).forEach(javafx.stage.Window::hide));
        Fx.until(() -> scene.getRoot().lookupAll(".progress-indicator").stream()
                .noneMatch(node -> node instanceof ProgressIndicator progress && progress.isIndeterminate()
                        && shows(node)));
        var now = Fx.snapshot(scene, "manual-picture-" + name);
        var shape = Fx.call(() -> WindowShape.of(scene.getRoot()));
        var file = PICTURES.resolve(name + ".png");
        var record = RECORDS.resolve(name + ".txt");
        String why = staleness(file, record, shape, now);
        // On a busy machine a window takes longer to come to rest.
        for (int i = 0; i < MOST_LOOKS && !RENEW && !why.isEmpty(); i++) {
            now = Fx.snapshot(scene, "manual-picture-" + name);
            shape = Fx.call(() -> WindowShape.of(scene.getRoot()));
            why = staleness(file, record, shape, now);
        }
        if (why.isEmpty()) {
            return;
        }
        if (RENEW) {
            Files.createDirectories(PICTURES);
            Files.createDirectories(RECORDS);
            SmallPng.write(now, file.toFile());
            var lines = new ArrayList<>(List.of("picture " + ContentHash.of(file)));
            lines.addAll(shape);
            Files.write(record, lines);
        } else {
            stale.put(name, why);
        }
    }

    /// Why a picture no longer does; empty if it does.
    private static String staleness(Path file, Path record, List<String> shape, BufferedImage now) throws IOException {
        if (!Files.exists(file) || !Files.exists(record)) {
            return "it is not there";
        }
        var lines = Files.readAllLines(record);
        if (!lines.getFirst().equals("picture " + ContentHash.of(file))) {
            return "its record was made with another picture";
        }
        if (!lines.subList(1, lines.size()).equals(shape)) {
            return difference(lines.subList(1, lines.size()), shape);
        }
        return differing(Objects.requireNonNull(ImageIO.read(file.toFile())), now) > FEW ? "it looks otherwise" : "";
    }

    private static boolean shows(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String difference(List<String> before, List<String> now) {
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            String was = i < before.size() ? before.get(i) : "(nothing more)";
            String is = i < now.size() ? now.get(i) : "(nothing more)";
            if (!was.equals(is)) {
                return "line " + (i + 2) + " of its record says “" + was.strip() + "”, the window “" + is.strip() + "”";
            }
        }
        return "";
    }

    /// Which share of tiles is clearly lighter or darker.
    private static double differing(BufferedImage before, BufferedImage now) {
        if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
            return 1;
        }
        int differing = 0;
        for (int y = 0; y < TILES; y++) {
            for (int x = 0; x < TILES; x++) {
                if (Math.abs(lightness(before, x, y) - lightness(now, x, y)) > TILE_MAY_DIFFER) {
                    differing++;
                }
            }
        }
        return (double) differing / (TILES * TILES);
    }

    private static double lightness(BufferedImage image, int tileX, int tileY) {
        double sum = 0;
        int count = 0;
        for (int y = image.getHeight() * tileY / TILES; y < image.getHeight() * (tileY + 1) / TILES; y++) {
            for (int x = image.getWidth() * tileX / TILES; x < image.getWidth() * (tileX + 1) / TILES; x++) {
                var colour = new Color(image.getRGB(x, y));
                sum += 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private void pressed(KeyCode code) {
        Fx.run(() -> Objects.requireNonNull(tour.scene().getAccelerators()
                .get(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN))).run());
    }
}
