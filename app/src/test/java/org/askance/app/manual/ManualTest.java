package org.askance.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.markdown.Anchor;
import org.askance.assets.ManualFiles;
import org.askance.storage.query.Names;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.QueryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual keeps its word: what it points at is there, and what it says to type is understood.
class ManualTest {

    private static final Path FOLDER = Path.of("../assets/manual");

    static List<String> languages() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyPageIsAFileAndEveryFileAPage() throws IOException {
        assertThat(languages()).contains(ManualFiles.ENGLISH);
        for (var language : languages()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(language))) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")))
                        .as(language).containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(ManualPage.values()).map(page -> page.file() + ".md").toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPageIsReachedFromTheFirst(String language) {
        var links = PageParts.all(language).stream()
                .collect(Collectors.toMap(PageParts::page, parts -> parts));
        var reached = EnumSet.of(ManualPage.CONTENTS);
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            for (var link : Objects.requireNonNull(links.get(waiting.pop())).links()) {
                ManualPage.of(link.replaceFirst("\\.md(#.*)?$", "")).filter(reached::add).ifPresent(waiting::add);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ManualPage.values());
        assertThat(Objects.requireNonNull(links.get(ManualPage.CONTENTS)).links()).as("listed in the program's order")
                .containsExactlyElementsOf(Arrays.stream(ManualPage.values()).skip(1)
                        .map(page -> page.file() + ".md").toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLinkAndPictureLeadsSomewhere(String language) {
        var anchors = new HashMap<String, List<String>>();
        var all = PageParts.all(language);
        all.forEach(parts -> anchors.put(parts.page().file() + ".md",
                parts.headings().stream().map(Anchor::of).toList()));
        for (var parts : all) {
            for (var link : parts.links()) {
                if (!link.startsWith("https://")) {
                    String[] ends = link.split("#", 2);
                    String file = ends[0].isEmpty() ? parts.page().file() + ".md" : ends[0];
                    assertThat(anchors).as("%s: %s", parts.page(), link).containsKey(file);
                    if (ends.length > 1) {
                        assertThat(anchors.get(file)).as("%s: %s", parts.page(), link).contains(ends[1]);
                    }
                }
            }
            for (var picture : parts.pictures()) {
                assertThat(ManualFiles.file(language, picture)).as("%s: %s", parts.page(), picture).isPresent();
                assertThat(FOLDER.resolve(language).resolve(picture).normalize()).isRegularFile();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTwoPagesAndNoTwoHeadingsOfAPageAreCalledTheSame(String language) {
        var titles = new TreeSet<String>();
        for (var parts : PageParts.all(language)) {
            assertThat(parts.headings()).as("%s", parts.page()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(titles.add(parts.headings().getFirst())).as(parts.headings().getFirst()).isTrue();
        }
    }

    @Test
    void everyPictureIsShownAndSmall() throws IOException {
        var shown = PageParts.all(ManualFiles.ENGLISH).stream().flatMap(parts -> parts.pictures().stream())
                .map(name -> Path.of(name).getFileName().toString()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER.resolve("en/pictures"))) {
            var all = files.toList();
            assertThat(all.stream().map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                    shown).hasSizeLessThanOrEqualTo(25);
            for (var file : all) {
                assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(150_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyQueryIsUnderstood(String language) {
        var names = new Names(
                List.of(new Names.Task(1, "sarcasm",
                        List.of(new Names.Label(1, "sarcastic"), new Names.Label(2, "not sarcastic"))),
                        new Names.Task(2, "sentiment",
                                List.of(new Names.Label(3, "positive"), new Names.Label(4, "negative"),
                                        new Names.Label(5, "neutral")))),
                List.of("ada", "ben"), List.of("spam"));
        var queries = PageParts.all(language).stream().flatMap(parts -> parts.queries().stream()).toList();
        assertThat(queries).hasSizeGreaterThan(40);
        assertThat(queries).allSatisfy(
                query -> assertThat(QueryParser.parse(query, names)).as(query).isInstanceOf(Parsed.Good.class));
    }

    @Test
    void everyDialogNamesItsPage() throws IOException {
        var without = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("new Dialog<") && !source.contains("ManualPage.")) {
                    without.add(file.getFileName().toString());
                }
            }
        }
        assertThat(without).as("F1 leads nowhere there: add ManualPage.….mark(pane)").isEmpty();
    }

    @Test
    void whatIsLookedForIsFoundWhereverItsWordsStand() {
        var manual = Manual.read(ManualFiles.ENGLISH);
        assertThat(manual.find("krippendorff")).first()
                .satisfies(hit -> assertThat(hit.page()).isEqualTo(ManualPage.PEOPLE))
                .satisfies(hit -> assertThat(hit.around()).contains("Krippendorff"));
        assertThat(manual.find("BACKUPS restore").getFirst().page()).isEqualTo(ManualPage.BACKUPS);
        assertThat(manual.find("windows-1252").getFirst().section().anchor()).isEqualTo("what-is-guessed-and-how");
        assertThat(manual.find("backups quagga")).isEmpty();
        assertThat(manual.find("  ")).isEmpty();
        assertThat(FoldedText.of("Ünïcode ﬁne").folded()).startsWith("unicode");
    }

    /// A translation that lacks a step, a row or a command has been left behind.
    @ParameterizedTest
    @MethodSource("languages")
    void aTranslationSaysAsMuch(String language) {
        var english = PageParts.all(ManualFiles.ENGLISH);
        var other = PageParts.all(language);
        for (int i = 0; i < english.size(); i++) {
            assertThat(other.get(i).headings()).as("%s", english.get(i).page())
                    .hasSameSizeAs(english.get(i).headings());
            assertThat(other.get(i).commands()).isEqualTo(english.get(i).commands());
            assertThat(other.get(i).queries()).isEqualTo(english.get(i).queries());
            assertThat(other.get(i).links()).hasSameElementsAs(english.get(i).links());
            assertThat(other.get(i).lines()).as("%s: steps and rows", english.get(i).page())
                    .isEqualTo(english.get(i).lines());
        }
    }

    @Test
    void aLanguageWithoutAPageHasTheEnglishOne() {
        assertThat(Map.copyOf(Manual.read("xx").pages()).keySet())
                .isEqualTo(Manual.read(ManualFiles.ENGLISH).pages().keySet());
    }
}
