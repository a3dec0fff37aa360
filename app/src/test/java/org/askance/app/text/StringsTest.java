package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.Place;
import org.askance.app.ui.WindowAction;
import org.askance.app.work.QueueKind;
import org.askance.storage.annotation.TaskEdit;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Duplicate;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.Format;
import org.junit.jupiter.api.Test;

/// Every sentence that the sources ask for is in the bundle, and none is left over.
class StringsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern
            .compile("\"([a-z]+(?:\\.[a-z0-9. ]+)+)\"|\\$\\{bundle:([a-z0-9.]+)}");
    private static final Pattern ASKED = Pattern
            .compile("(?:strings(?:\\(\\))?|tell|run)\\s*\\.?(?:get)?\\(\\s*\"([a-z0-9.]+)\"\\s*[,)]");
    /// Keys put together from a part that is fixed and one that is a value.
    private static final Pattern MADE = Pattern
            .compile("^(" + String.join("|", "appearance", "backups\\.why",
                    "browse\\.answers",
                    "(cli\\.)?import\\.(changed|counted|divide|dropped|duplicate|fixed|meaning|numbered|where)",
                    "duplicates\\.kind", "export\\.format",
                    "keys\\.(block|does|hint|name|window)", "label", "labels\\.(colour|edit|eyes|preset|redo|undo)",
                    "language",
                    "map\\.(method|space)", "place", "query\\.field",
                    "queue\\.(how|name)",
                    "report\\.(figure|half)", "split", "task", "train\\.(origin|part|preset)") + ")\\..*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    /// Names and mere figures.
    private static final Set<String> SAME = Set.of("agreement.fleiss", "appearance.text.percent", "backups.size",
            "bulk.apart.pair", "bulk.from.split", "device.chosen", "cli.import.change", "error.when",
            "device.fact.card", "device.is", "annotate.commented", "keys.labels", "labels.colour.2", "labels.edit.who",
            "export.format.atlas", "export.format.imagefolder", "export.format.label_studio", "query.help.has",
            "report.p", "train.column.f1", "history.cell", "progress.seconds");

    private static final ResourceBundle BUNDLE = Strings.english().bundle();

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(Collectors.joining("\n"));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(StringsTest::group).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return match.group();
    }

    @Test
    void everySentenceAskedForIsThere() throws IOException {
        var missing = found(ASKED, sources());
        assertThat(missing).hasSizeGreaterThan(60);
        missing.removeIf(BUNDLE::containsKey);
        assertThat(missing).as("lines to add: %s", String.join("=\n", missing)).isEmpty();
        for (var kind : Duplicate.Kind.values()) {
            assertThat(BUNDLE.keySet()).contains("cli.import.duplicate." + kind.name().toLowerCase(Locale.ROOT),
                    "duplicates.kind." + kind.name().toLowerCase(Locale.ROOT));
        }
        for (var change : Change.values()) {
            assertThat(BUNDLE.keySet()).contains("cli.import.changed." + change.name().toLowerCase(Locale.ROOT),
                    "import.changed." + change.name().toLowerCase(Locale.ROOT));
        }
        for (var drop : ExampleSource.Drop.values()) {
            assertThat(BUNDLE.keySet()).contains("cli.import.dropped." + drop.name().toLowerCase(Locale.ROOT),
                    "import.dropped." + drop.name().toLowerCase(Locale.ROOT));
        }
        for (var format : Format.values()) {
            boolean mapped = format.isMapped() || format == Format.IMAGE_FOLDER;
            assertThat(BUNDLE.containsKey("import.fixed." + format.key())).as(format.key()).isEqualTo(!mapped);
            assertThat(BUNDLE.keySet()).contains("import.numbered." + format.counted().word());
        }
        for (var kind : QueueKind.values()) {
            assertThat(BUNDLE.keySet()).contains("queue.how." + kind.key().replace("-", ""),
                    "queue.name." + kind.key().replace("-", ""));
        }
        for (var action : KeyAction.values()) {
            assertThat(BUNDLE.keySet()).contains("keys.does." + action.key());
        }
        for (var action : WindowAction.values()) {
            assertThat(BUNDLE.keySet()).contains("keys.window." + action.key());
        }
        for (var action : TaskEdit.Action.values()) {
            assertThat(BUNDLE.keySet())
                    .contains("labels.edit." + action.name().toLowerCase(Locale.ROOT).replace('_', '.'));
        }
        for (int i = 1; i <= LabelColours.PALETTE.size(); i++) {
            assertThat(BUNDLE.keySet()).contains("labels.colour." + i);
        }
        for (var place : Place.values()) {
            assertThat(BUNDLE.keySet()).contains("place." + place.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void noSentenceIsLeftOver() throws IOException {
        var unused = new TreeSet<>(BUNDLE.keySet());
        unused.removeAll(found(LITERAL, sources()));
        unused.removeIf(key -> MADE.matcher(key).matches());
        assertThat(unused).isEmpty();
    }

    /// Two languages prove that no sentence stands in the code.
    @Test
    void germanSaysAllThatEnglishSays() throws IOException {
        var written = new Properties();
        try (var in = Files
                .newBufferedReader(Path.of("src/main/resources/org/askance/app/text/messages_de.properties"))) {
            written.load(in);
        }
        assertThat(written.stringPropertyNames()).as("no sentence falls back to English")
                .containsExactlyInAnyOrderElementsOf(BUNDLE.keySet());
        var german = Strings.in(Language.GERMAN).bundle();
        assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
        var own = new TreeSet<String>();
        for (var key : BUNDLE.keySet()) {
            String sentence = german.getString(key);
            assertThat(PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).distinct().sorted()).as(key)
                    .containsExactlyElementsOf(PLACEHOLDER.matcher(BUNDLE.getString(key)).results()
                            .map(MatchResult::group).distinct().sorted().toList());
            assertThat(sentence.replace("''", "")).as(key).isNotBlank().doesNotContain("'");
            if (sentence.equals(BUNDLE.getString(key)) && sentence.contains(" ")) {
                own.add(key);
            }
        }
        assertThat(own).as("whole sentences that are the same in both").isSubsetOf(SAME);
    }

    /// “Sentiment-Label” and “Stimmung” looked like two things.
    @Test
    void germanHasOneNameForATask() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/org/askance/app/text"));
                var pages = Files.walk(Path.of("../assets/manual/de"))) {
            for (var file : Stream.concat(files, pages).filter(file -> file.toString().endsWith("_de.properties")
                    || file.toString().endsWith(".md")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).noneMatch(line -> line.contains("Sentiment"));
            }
        }
    }

    @Test
    void placeholdersAreFilledAndApostrophesKept() {
        var strings = Strings.english();
        for (var key : BUNDLE.keySet()) {
            String sentence = strings.get(key, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(sentence).as(key).isNotBlank().doesNotContain("{");
            // MessageFormat eats single ones: the bundle uses typographic apostrophes.
            assertThat(BUNDLE.getString(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }
}
