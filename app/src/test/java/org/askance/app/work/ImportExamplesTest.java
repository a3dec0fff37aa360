package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.askance.app.report.BeforeLine;
import org.askance.app.text.Strings;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Difference;
import org.askance.storage.exchange.Duplicate;
import org.askance.storage.exchange.EmbeddedImage;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Sources;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportExamplesTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("project"), "p");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ImportReport run(Path path, ImportChoices choices) throws IOException {
        var guess = Sources.guess(path);
        return new ImportExamples(project, Sources.open(guess, project.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(path, Sources.files(guess), null), choices).run(Progress.NONE);
    }

    private Path picture(String name, int seed, int size) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            pen.setColor(new Color(random.nextInt(0xFFFFFF)));
            pen.fillOval((int) (size * random.nextDouble()), (int) (size * random.nextDouble()), size / 3, size / 3);
        }
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void largeRowsAreNotGatheredUntilTheyAreMany() throws IOException {
        var stored = new java.util.ArrayList<Integer>();
        org.askance.storage.exchange.ExampleSource source = new org.askance.storage.exchange.ExampleSource() {
            @Override
            public void read(Sink sink) {
                for (int i = 0; i < 60; i++) {
                    sink.row(new SourceRow(folder, i + 1,
                            new NewExample("k" + i, "text", null, Split.TRAIN, Map.of()), List.of(), List.of(),
                            List.of(),
                            new EmbeddedImage("", new byte[1 << 20])));
                    stored.add(project.examples().keys().size());
                }
            }

            @Override
            public Format format() {
                return Format.PARQUET;
            }
        };
        new ImportExamples(project, source, new ImportExamples.Origin(folder, List.of(), null), ImportChoices.USUAL)
                .run(Progress.NONE);
        // The source is read twice: first to look for a validation split.
        assertThat(stored.getLast()).isBetween(40, 59);
        assertThat(project.examples().keys()).hasSize(60);
    }

    /// Gives more rows than are stored at once, then ends by `end`.
    private ImportExamples ending(RuntimeException end) {
        org.askance.storage.exchange.ExampleSource source = new org.askance.storage.exchange.ExampleSource() {
            @Override
            public void read(Sink sink) {
                for (int i = 0; i < 5_000; i++) {
                    sink.row(new SourceRow(folder, i + 1, new NewExample("k" + i, "text", null, Split.TRAIN,
                            Map.of())));
                }
                throw end;
            }

            @Override
            public Format format() {
                return Format.TABLE;
            }
        };
        return new ImportExamples(project, source, new ImportExamples.Origin(folder, List.of(), null),
                ImportChoices.USUAL.withDivide(Divide.NEVER));
    }

    private ImportRepository.Done latest() throws IOException {
        return project.imports().latest(ContentHash.of(List.of())).orElseThrow();
    }

    @Test
    void howAnImportEndedIsNotedAndToldByTheNext() throws IOException {
        assertThatThrownBy(() -> ending(new StorageException("The disk is full.")).run(Progress.NONE))
                .isInstanceOf(StorageException.class);
        assertThat(latest().ending()).isEqualTo(ImportRepository.Ending.FAILED);
        assertThat(BeforeLine.of(latest(), Strings.english())).contains("failed on", "The disk is full.");
        assertThatThrownBy(() -> ending(new java.util.concurrent.CancellationException()).run(Progress.NONE))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(latest().ending()).isEqualTo(ImportRepository.Ending.STOPPED);
        assertThat(BeforeLine.of(latest(), Strings.english())).contains("was stopped on");
        var file = Files.writeString(folder.resolve("pairs.csv"), "id,text\n1,a\n");
        run(file, ImportChoices.USUAL);
        var before = Objects.requireNonNull(run(file, ImportChoices.USUAL).before());
        assertThat(before.ending()).isEqualTo(ImportRepository.Ending.DONE);
        assertThat(BeforeLine.of(before, Strings.english())).startsWith("The same content was imported before, on");
        long cut = project.imports().begin(file, Format.TABLE, "hash", null);
        assertThat(cut).isPositive();
        assertThat(project.imports().latest("hash").orElseThrow().ending()).isNull();
    }

    @Test
    void aChangedFileTellsWhatWouldChangeBeforeItDoes() throws IOException {
        picture("1.png", 1, 40);
        var file = folder.resolve("pairs.csv");
        Files.writeString(file, "id,text,image,split,sentiment\n1,a,1.png,validation,positive\n2,b,,train,negative\n");
        var first = run(file, ImportChoices.USUAL);
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.before()).isNull();
        assertThat(first.unusable().first()).extracting(pair -> pair.sentence())
                .containsExactly("2: The source names no picture for this text.");

        var same = run(file, ImportChoices.USUAL.withUpdates(ImportChoices.everything()));
        assertThat(same.added() + same.changed().size()).isZero();
        assertThat(same.unchanged()).isEqualTo(2);
        assertThat(same.before()).isNotNull();

        Files.writeString(file,
                "id,text,image,split,sentiment\n1,new,1.png,validation,negative\n3,c,,train,\n3,d,,train,\n");
        var dry = run(file, ImportChoices.USUAL.asDry());
        assertThat(dry.added()).isEqualTo(1);
        assertThat(dry.known()).isEqualTo(1);
        assertThat(dry.changed()).isEqualTo(Map.of(Change.TEXT, new ImportReport.Changed(1, 1, List.of("1")),
                Change.LABEL, new ImportReport.Changed(1, 0, List.of("1"))));
        assertThat(dry.changes()).isEqualTo(new ImportReport.Some<>(List.of(new ImportReport.ChangedPair("1",
                List.of(new Difference(Change.TEXT, "", "a", "new"),
                        new Difference(Change.LABEL, "sentiment", "positive", "negative")))),
                1));
        assertThat(dry.gone().first()).containsExactly("2");
        assertThat(dry.problems().first()).extracting(RowProblem::line).containsExactly(4L);
        assertThat(project.examples().count(ExampleFilter.ALL)).isEqualTo(2);

        var applied = run(file, ImportChoices.USUAL.withUpdates(Set.of(Change.TEXT)));
        assertThat(applied.changed()).isEqualTo(dry.changed());
        var row = project.examples().rows(new long[]{1}).getFirst();
        assertThat(row.example().text()).isEqualTo("new");
        assertThat(row.given()).isEqualTo(Map.of("sentiment", "positive"));
        assertThat(applied.problems().count()).isEqualTo(1);
        assertThat(project.examples().count(ExampleFilter.ALL)).isEqualTo(3);
    }

    @Test
    void picturesWithinAFileAreKeptInTheProjectAndDuplicatesFound() throws IOException {
        String large = Base64.getEncoder().encodeToString(Files.readAllBytes(picture("a.png", 1, 200)));
        String small = Base64.getEncoder().encodeToString(Files.readAllBytes(picture("b.png", 1, 100)));
        var file = Files.writeString(folder.resolve("p.jsonl"), """
                {"text": "one", "image": "data:image/png;base64,%1$s", "answer": "accept", "accept": ["positive"], "_input_hash": 1, "_annotator_id": "ada", "meta": {"split": "train"}}
                {"text": "one", "image": "data:image/png;base64,%1$s", "answer": "accept", "accept": ["negative"], "_input_hash": 1, "_annotator_id": "bo"}
                {"text": "two", "image": "data:image/png;base64,%2$s", "answer": "ignore", "_input_hash": 2, "_annotator_id": "ada", "meta": {"split": "test"}}
                {"text": "three", "image": "data:image/png;base64,!!", "answer": "accept", "accept": [], "_input_hash": 3}
                """.formatted(large, small));
        var report = run(file, ImportChoices.USUAL.withDivide(Divide.NEVER));
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.answers()).isEqualTo(3);
        assertThat(report.problems().first()).isEmpty();
        assertThat(report.unusable().first()).hasSize(1);
        assertThat(report.duplicates().listed()).extracting(Duplicate::kind)
                .containsExactly(Duplicate.Kind.NEAR_IMAGE);
        assertThat(report.duplicates().straddling()).isEqualTo(1);
        assertThat(project.annotations().labelsByAnnotator(1)).isEqualTo(
                Map.of("ada", Map.of("sentiment", "positive"), "bo", Map.of("sentiment", "negative")));
        var image = project.examples().rows(new long[]{1}).getFirst().example().image();
        assertThat(image).isNotNull().exists();
        assertThat(java.util.Objects.requireNonNull(image).startsWith(project.imagesFolder())).isTrue();
        assertThat(run(file, ImportChoices.USUAL.withDivide(Divide.NEVER)).answers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "ATLAS", mode = EnumSource.Mode.EXCLUDE)
    void whatWasSaidComesBackOnceFromEveryFormat(ExportFormat format) throws IOException {
        run(Files.writeString(folder.resolve("pairs.csv"), "id,text,sentiment\n1,a,neutral\n2,b,\n"),
                ImportChoices.USUAL);
        var annotations = project.annotations();
        for (long id : new long[]{1, 2}) {
            annotations.save(new Answer(id, Map.of("sentiment", "positive"), "ada", null, Duration.ZERO));
            annotations.save(new Answer(id, Map.of("sentiment", "negative"), "bo", null, Duration.ZERO));
        }
        annotations.save(new Answer(1, Map.of("sentiment", "positive"), "ada", Circumstances.NONE.asDeciding()));
        annotations.flag(2, "odd, \"very\"", "bo");
        annotations.comment(2, "why?\n", "ada");
        annotations.skip(2, "cy", Circumstances.NONE);
        for (var labels : List.of(new ExportLabels.Current(), new ExportLabels.Events())) {
            boolean skips = labels instanceof ExportLabels.Events;
            var out = folder.resolve("out" + skips + format.extension());
            var written = new ExampleExport(project.exportRows(), project.tasks().list()).write(
                    new ExampleExport.Order(format, new long[]{1, 2}, labels, null, false, null, out), Journal.none(),
                    _ -> {});
            assertThat(written.earlierActs()).isEqualTo(skips ? 0 : 1);
            // Into the project itself nothing new comes.
            assertThat(run(out, ImportChoices.USUAL).answers()).isZero();
            comesBackOnce(out, skips);
        }
    }

    private void comesBackOnce(Path out, boolean skips) throws IOException {
        try (var other = Project.create(folder.resolve("other" + skips), "other")) {
            var guess = Sources.guess(out);
            var wanted = new ImportExamples(other, Sources.open(guess, other.tasks().list(), SourceOptions.USUAL),
                    new ImportExamples.Origin(out, Sources.files(guess), null), ImportChoices.USUAL);
            var report = wanted.run(Progress.NONE);
            assertThat(report.problems().first()).isEmpty();
            assertThat(report.answers()).isEqualTo(skips ? 8 : 7);
            assertThat(wanted.run(Progress.NONE).answers()).isZero();
            long first = id(other, "1");
            long second = id(other, "2");
            assertThat(other.agreement().disputes()).containsExactly(second);
            var row = Objects.requireNonNull(other.examples().row(first));
            assertThat(row.answered()).isEqualTo(Map.of("sentiment", "positive"));
            assertThat(row.given()).isEqualTo(Map.of("sentiment", "neutral"));
            for (var pair : Map.of(1L, first, 2L, second).entrySet()) {
                assertThat(other.annotations().labelsByAnnotator(pair.getValue())).isEqualTo(Map.of("ada",
                        Map.of("sentiment", "positive"), "bo", Map.of("sentiment", "negative")));
                assertThat(said(other, pair.getValue(), skips)).isEqualTo(said(project, pair.getKey(), skips));
            }
        }
    }

    private static long id(Project of, String key) {
        return of.examples().rows(of.examples().ids(ExampleFilter.ALL)).stream()
                .filter(row -> row.example().key().equals(key)).findFirst().orElseThrow().example().id();
    }

    /// Who did what when.
    private static List<String> said(Project of, long example, boolean skips) {
        return of.annotations().history(example).stream()
                .filter(event -> skips || event.kind() != EventKind.SKIP)
                .map(event -> String.join("|", event.annotator(), event.kind().name(), String.valueOf(event.label()),
                        String.valueOf(event.value()), event.at().toString(),
                        Boolean.toString(event.circumstances().deciding())))
                .sorted().toList();
    }

    @Test
    void picturesThatComeBackToTheirPlaceAreFoundThere() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"), "id,text,image\n1,a,1.png\n2,b,2.png\n");
        run(file, ImportChoices.USUAL);
        picture("1.png", 1, 40);
        Files.writeString(folder.resolve("2.png"), "no picture");

        var back = new RelinkImages(project, List.of(), false).run(Progress.NONE);
        assertThat(back.found()).isEqualTo(Map.of("1", folder.resolve("1.png")));
        assertThat(back.missing()).isEmpty();
        assertThat(project.examples().rows(new long[]{1, 2})).extracting(row -> row.example().problem() == null)
                .containsExactly(true, false);
    }

    @Test
    void onlyWhatIsThereIsCompared() throws IOException {
        var file = Files.writeString(folder.resolve("pairs.csv"), "id,text\n1,a\n2,b\n");
        var guess = Sources.guess(file);
        var wanted = new ImportExamples(project, Sources.open(guess, project.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(file, List.of(file), null), ImportChoices.USUAL);
        assertThat(new CompareImport(wanted).run(Progress.NONE)).isEmpty();
        wanted.run(Progress.NONE);
        assertThat(new CompareImport(wanted).run(Progress.NONE)).get()
                .satisfies(report -> assertThat(report.wouldChangeNothing()).isTrue());
        var other = Files.writeString(folder.resolve("other.csv"), "id,text\n3,a\n");
        assertThat(new CompareImport(new ImportExamples(project,
                Sources.open(Sources.guess(other), project.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(other, List.of(other), null), ImportChoices.USUAL)).run(Progress.NONE))
                .isEmpty();
    }

    @Test
    void movedPicturesAreFoundByTheirContent() throws IOException {
        var one = picture("old/1.png", 1, 40);
        picture("old/2.png", 2, 40);
        var file = Files.writeString(folder.resolve("pairs.csv"),
                "id,text,image\n1,a,old/1.png\n2,b,old/2.png\n3,c,old/3.png\n4,d,old/4.png\n");
        run(file, ImportChoices.USUAL);
        Files.createDirectories(folder.resolve("new/deep"));
        Files.move(one, folder.resolve("new/deep/renamed.png"));
        picture("new/3.png", 3, 40);

        var dry = new RelinkImages(project, List.of(folder.resolve("new")), true).run(Progress.NONE);
        assertThat(dry.found()).isEqualTo(
                Map.of("1", folder.resolve("new/deep/renamed.png"), "3", folder.resolve("new/3.png")));
        assertThat(dry.missing()).containsExactly("4");
        assertThat(project.missingImages().list()).hasSize(3);

        new RelinkImages(project, List.of(folder.resolve("new")), false).run(Progress.NONE);
        assertThat(project.missingImages().list()).hasSize(1);
        var rows = project.examples().rows(new long[]{1, 3});
        assertThat(rows).allSatisfy(row -> assertThat(row.example().problem()).isNull());
        assertThatThrownBy(() -> new RelinkImages(project, List.of(folder.resolve("nowhere")), true)
                .run(Progress.NONE)).isInstanceOf(IOException.class).hasMessageContaining("nowhere");
    }
}
