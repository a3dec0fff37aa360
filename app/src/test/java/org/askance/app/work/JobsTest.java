package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.askance.app.report.ScoredLine;
import org.askance.app.text.Strings;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.TrainingException;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.GuidFolder;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Sources;
import org.askance.storage.files.ContentHash;
import org.askance.storage.run.RunRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs on a real project with the bundled network.
class JobsTest {

    private static final Engine ENGINE = Engine.start();
    private static final PostcardsPlan PLAN = new PostcardsPlan(300, 9);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.openOrCreate(folder.resolve("project"), ENGINE, new Home(folder.resolve("home")));
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private Project project() {
        return workspace.project();
    }

    /// Cancelled as soon as the job has told `after` times how far it is.
    private static Progress cancelledAfter(int after) {
        return new Progress() {
            private int told;

            @Override
            public void update(long done, long total) {
                told++;
            }

            @Override
            public boolean isCancelled() {
                return told >= after;
            }
        };
    }

    @Test
    void postcardsGoOnWhereTheyWereStoppedAndPlantedLabelsAreRecordedApart() throws IOException {
        var making = new MakePostcards(project(), PLAN, _ -> {});
        making.first();
        assertThat(project().examples().count(ExampleFilter.ALL)).isEqualTo(MakePostcards.FIRST);
        assertThat(making.isUnfinished()).isTrue();
        assertThatThrownBy(() -> making.run(cancelledAfter(1))).isInstanceOf(CancellationException.class);
        assertThat(project().examples().count(ExampleFilter.ALL)).isEqualTo(248);

        assertThat(making.run(Progress.NONE)).isEqualTo(300);

        assertThat(making.isUnfinished()).isFalse();
        assertThat(project().examples().count(ExampleFilter.ALL)).isEqualTo(300);
        assertThat(project().examples().count(ExampleFilter.ALL.withSplits(java.util.Set.of(Split.TEST))))
                .isEqualTo(30);
        assertThat(Files.readAllLines(folder.resolve("project/planted.csv")).getFirst())
                .isEqualTo("id,task,given,true");
    }

    @Test
    void aScoringThatIsCancelledKeepsWhatItHasAndGoesOn() {
        new MakePostcards(project(), PLAN, _ -> {}).run(Progress.NONE);
        assertThatThrownBy(() -> new ScoreExamples(workspace).run(cancelledAfter(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(project().examples().unscored(workspace.current().id())).hasSize(172);

        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isEqualTo(172);
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isZero();

        var projected = new ProjectEmbeddings(workspace, ProjectEmbeddings.Method.PCA).run(Progress.NONE);
        assertThat(projected.examples()).hasSize(300);
        assertThat(projected.measures()).singleElement()
                .satisfies(measures -> assertThat(measures.matchedCosine())
                        .isGreaterThan(measures.mismatchedCosine() + 0.1));
    }

    @Test
    void picturesThatAreNoLongerThoseOfTheImportAreCountedApart() throws IOException {
        new MakePostcards(project(), new PostcardsPlan(40, 9), _ -> {}).run(Progress.NONE);
        var images = new ArrayList<Path>();
        var examples = new ArrayList<NewExample>();
        for (var row : project().examples().rows(new long[]{1, 2, 3, 4})) {
            var image = folder.resolve(row.example().id() + ".jpg");
            Files.copy(Objects.requireNonNull(row.example().image()), image);
            images.add(image);
            examples.add(new NewExample("own-" + row.example().id(), row.example().text(), null, image, Split.TEST,
                    Map.of(), ContentHash.of(image), null));
        }
        project().examples().addAll(examples);
        Files.copy(images.get(1), images.get(0), StandardCopyOption.REPLACE_EXISTING);
        Files.write(images.get(2), new byte[]{1, 2, 3});
        Files.setLastModifiedTime(images.get(3), FileTime.fromMillis(0));

        var outcome = new ScoreExamples(workspace).run(Progress.NONE);
        assertThat(outcome).isEqualTo(new ScoreExamples.Outcome(43, 1, 1));
        assertThat(ScoredLine.of(outcome, Strings.english())).startsWith("43 pairs are scored. One of them has another"
                + " picture than was imported").endsWith("‘Find missing pictures’ lists why.");
    }

    @Test
    void whatLostItsEmbeddingsIsScoredAgain() throws IOException {
        new MakePostcards(project(), new PostcardsPlan(40, 9), _ -> {}).run(Progress.NONE);
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isEqualTo(40);
        try (var files = Files.list(project().cacheFolder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isEqualTo(40);
        assertThat(project().embeddings().examples(workspace.current().id())).hasSize(40);
    }

    @Test
    void aNetworkOfOtherTasksScoresEachPairOnceAndAgainOnceItsTaskIsThere() throws IOException {
        new MakePostcards(project(), new PostcardsPlan(40, 9), _ -> {}).run(Progress.NONE);
        var other = Files.createDirectories(project().checkpointsFolder().resolve("other"));
        try (var files = Files.list(workspace.current().folder())) {
            for (var file : files.toList()) {
                // Names of equal length: the weights' places in their file stay.
                Files.writeString(other.resolve(file.getFileName()),
                        Files.readString(file, StandardCharsets.ISO_8859_1).replace("\"sarcasm\"", "\"mockery\"")
                                .replace("heads.sarcasm.", "heads.mockery.").replace("\"sentiment\"", "\"sentience\"")
                                .replace("heads.sentiment.", "heads.sentience."),
                        StandardCharsets.ISO_8859_1);
            }
        }
        long id = project().checkpoints().add("other", other, null);
        workspace.makeCurrent(
                project().checkpoints().list().stream().filter(one -> one.id() == id).findFirst().orElseThrow());

        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isEqualTo(40);
        assertThat(project().predictions().count(id)).isZero();
        assertThat(project().embeddings().examples(id)).hasSize(40);
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isZero();

        project().tasks().add(new TaskDefinition("mockery",
                List.of(new TaskDefinition.LabelDefinition("not sarcastic", "4"),
                        new TaskDefinition.LabelDefinition("sarcastic", "5"))));
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isEqualTo(40);
        assertThat(project().predictions().count(id)).isEqualTo(40);
        assertThat(new ScoreExamples(workspace).run(Progress.NONE).scored()).isZero();
    }

    @Test
    void theHalvesAloneAreMeasuredOnceOfTheSameData() throws IOException {
        new MakePostcards(project(), new PostcardsPlan(60, 9), _ -> {}).run(Progress.NONE);
        var first = new MeasureBaselines(workspace, Split.TEST).run(Progress.NONE);
        assertThat(first.kept()).isFalse();
        var again = new MeasureBaselines(workspace, Split.TEST).run(cancelledAfter(0));
        assertThat(again.kept()).isTrue();
        assertThat(words(again.baselines())).isEqualTo(words(first.baselines()));

        long learntFrom = project().examples().ids(ExampleFilter.ALL.withSplits(java.util.Set.of(Split.TRAIN)))[0];
        project().annotations().save(new Answer(learntFrom, Map.of("sentiment", "neutral"), "ada", null,
                Duration.ZERO));
        project().annotations().save(new Answer(learntFrom, Map.of("sentiment", "negative"), "ada", null,
                Duration.ZERO));
        assertThatThrownBy(() -> new MeasureBaselines(workspace, Split.TEST).run(cancelledAfter(0)))
                .isInstanceOf(CancellationException.class);
    }

    /// All but the confusion matrices, which are arrays.
    private static String words(Baselines baselines) {
        return baselines.toString().replaceAll("\\[\\[I@[0-9a-f]+", "");
    }

    @Test
    void fineTuningRecordsItsRunHoweverItEnds() throws IOException {
        var plan = TrainingPlan.fineTune().withEpochs(1);
        assertThatThrownBy(() -> new FineTuneNetwork(workspace, plan, "none", TrainingListener.NONE)
                .run(Progress.NONE)).isInstanceOf(TrainingException.class).hasMessageContaining("has a label");
        new MakePostcards(project(), PLAN, _ -> {}).run(Progress.NONE);
        var epochs = new java.util.ArrayList<EpochRecord>();
        var listener = new TrainingListener() {
            @Override
            public void step(int step, int totalSteps, double loss) {}

            @Override
            public void epoch(EpochRecord epoch) {
                epochs.add(epoch);
            }
        };

        assertThat(new FineTuneNetwork(workspace, plan, "cut off", listener).run(cancelledAfter(1)))
                .isEqualTo(new FineTuneNetwork.Ending.Stopped());
        var trained = (FineTuneNetwork.Ending.Trained) new FineTuneNetwork(workspace, plan, "more", listener)
                .run(Progress.NONE);

        assertThat(epochs).hasSize(1).isEqualTo(trained.epochs());
        assertThat(project().runs().list()).extracting(RunRepository.Run::state)
                .containsExactlyInAnyOrder(RunRepository.State.CANCELLED, RunRepository.State.FINISHED);
        project().runs().start(new RunRepository.Start("{}", 1, "", "", ""));
        assertThat(project().runs().endCutOff()).isEqualTo(1);
        assertThat(project().runs().list()).extracting(RunRepository.Run::state).last()
                .isEqualTo(RunRepository.State.FAILED);
        assertThat(workspace.current().name()).isEqualTo("Postcards");
        workspace.makeCurrent(trained.checkpoint());
        assertThat(workspace.current().name()).isEqualTo("more");
        assertThat(project().examples().unscored(workspace.current().id())).hasSize(300);
    }

    @Test
    void fineTuningLearnsALabelThatWasAddedSince() throws IOException {
        new MakePostcards(project(), PLAN, _ -> {}).run(Progress.NONE);
        assertThat(UnknownLabels.of(workspace).byTask()).isEmpty();
        project().tasks().change(new TaskChange.AddLabel("sentiment", new LabelDefinition("mixed", "m", null)));
        assertThat(UnknownLabels.of(workspace).byTask()).isEqualTo(Map.of("sentiment", List.of("mixed")));
        for (long example : Arrays.stream(project().examples().ids(ExampleFilter.ALL.withSplits(Set.of(Split.TRAIN))))
                .limit(20).toArray()) {
            project().annotations().save(new Answer(example, Map.of("sentiment", "mixed"), "ada", null,
                    Duration.ZERO));
        }

        var trained = (FineTuneNetwork.Ending.Trained) new FineTuneNetwork(workspace,
                TrainingPlan.fineTune().withEpochs(1), "with mixed", TrainingListener.NONE).run(Progress.NONE);

        workspace.makeCurrent(trained.checkpoint());
        assertThat(UnknownLabels.of(workspace).byTask()).isEmpty();
        new ScoreExamples(workspace).run(Progress.NONE);
        assertThat(project().predictions().all(workspace.current().id())).filteredOn(
                task -> task.task().equals("sentiment")).singleElement()
                .satisfies(task -> assertThat(List.of(task.probabilities())).isNotEmpty()
                        .allMatch(one -> one.length == 4));
    }

    @Test
    void whatCannotBeImportedIsListedAndTheRestGoesIn() throws IOException {
        var source = folder.resolve("source");
        Files.createDirectories(source.resolve("data"));
        Files.writeString(source.resolve("train.txt"), "guid,tag\n1,positive\n2,negative\n3,neutral\n4,what\n");
        new MakePostcards(project(), new PostcardsPlan(2, 1), _ -> {}).run(Progress.NONE);
        var picture = project().examples().rows(project().examples().ids(ExampleFilter.ALL)).getFirst().example()
                .image();
        for (int i = 1; i <= 4; i++) {
            Files.writeString(source.resolve("data/" + i + ".txt"), "text " + i);
            Files.copy(java.util.Objects.requireNonNull(picture), source.resolve("data/" + i + ".jpg"));
        }
        Files.writeString(source.resolve("data/2.jpg"), "no picture");
        Files.delete(source.resolve("data/3.txt"));

        var tasks = project().tasks().list();
        assertThat(Sources.guess(source).format()).isEqualTo(Format.GUID_FOLDER);
        var imported = importing(new GuidFolder(source, tasks), source).run(Progress.NONE);

        assertThat(imported.added()).isEqualTo(3);
        assertThat(imported.problems().first()).hasSize(2)
                .anySatisfy(problem -> assertThat(problem.sentence(Format.GUID_FOLDER)).contains("3.txt"))
                .anySatisfy(problem -> assertThat(problem.sentence(Format.GUID_FOLDER)).contains("train.txt", "line 5",
                        "what"));
        assertThat(imported.unusable().first()).singleElement()
                .extracting(pair -> pair.sentence()).asString().contains("2.jpg is not a picture");
        assertThat(importing(new GuidFolder(source, tasks), source).run(Progress.NONE).added())
                .isZero();
    }

    private ImportExamples importing(org.askance.storage.exchange.ExampleSource source, Path path) {
        return new ImportExamples(project(), source, new ImportExamples.Origin(path, List.of(), null),
                ImportChoices.USUAL);
    }

    @Test
    void dividingGivesEveryPairASplitThatStays() {
        var splits = new HashSet<Split>();
        org.askance.storage.exchange.ExampleSource source = new org.askance.storage.exchange.ExampleSource() {
            @Override
            public void read(Sink sink) {
                for (int i = 0; i < 300; i++) {
                    sink.row(new SourceRow(folder, i + 1,
                            new NewExample("k" + i, "text", null, Split.TRAIN, Map.of())));
                }
            }

            @Override
            public Format format() {
                return Format.JSON_LINES;
            }
        };
        try {
            new ImportExamples(project(), source, new ImportExamples.Origin(folder, List.of(), null),
                    ImportChoices.USUAL.withDivide(Divide.TRAINING)).run(Progress.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (var split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            int count = project().examples().count(ExampleFilter.ALL.withSplits(java.util.Set.of(split)));
            assertThat(count).isBetween(split == Split.TRAIN ? 210 : 15, split == Split.TRAIN ? 270 : 50);
            splits.add(split);
        }
        assertThat(splits).hasSize(3);
    }
}
