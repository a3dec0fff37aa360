package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.error.ErrorReporter;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.device.DeviceException;
import org.askance.model.device.Finding;
import org.askance.model.device.Machine;
import org.askance.model.hub.Hub;
import org.askance.model.hub.HubException;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.OfDevice;
import org.askance.model.told.OfHub;
import org.askance.model.told.OfPicture;
import org.askance.model.told.OfTraining;
import org.askance.model.training.TrainingException;
import org.askance.storage.Project;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.askance.storage.files.ImageFiles;
import org.askance.storage.files.Journal;
import org.askance.storage.query.Names;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.QueryParser;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.Kept;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.OfFormat;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.OfQuery;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.OfTasks;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What storage and model tell is said in German too: every sentence, with all that it names.
class ToldTest {

    private static final ResourceBundle GERMAN = ResourceBundle.getBundle("org.askance.app.text.told",
            java.util.Locale.GERMAN);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static final List<TaskDefinition> TASKS = List.of(TaskDefinition.SARCASM);

    private final Strings german = Strings.in(Language.GERMAN);

    @TempDir
    private Path folder;

    private record One(String key, String english) {}

    private static List<One> all() {
        var all = new ArrayList<One>();
        Stream.<org.askance.storage.told.Sentence[]>of(OfProject.values(), OfExport.values(), OfQuery.values(),
                OfReading.values(), OfFile.values(), OfTasks.values(), OfFormat.values())
                .flatMap(Stream::of).forEach(one -> all.add(new One(one.key(), one.english())));
        Stream.<org.askance.model.told.Sentence[]>of(OfTraining.values(), OfCheckpoint.values(),
                OfDevice.values(), OfPicture.values(), OfHub.values())
                .flatMap(Stream::of).forEach(one -> all.add(new One(one.key(), one.english())));
        return all;
    }

    private static String places(String sentence) {
        return PLACE.matcher(sentence).results().map(place -> place.group(1)).sorted()
                .collect(Collectors.joining(","));
    }

    @Test
    void everySentenceIsThereInGermanWithAllThatItNames() {
        for (var one : all()) {
            assertThat(GERMAN.containsKey(one.key())).as(one.key() + "=" + one.english()).isTrue();
            assertThat(places(GERMAN.getString(one.key()))).as(one.key()).isEqualTo(places(one.english()));
            assertThat((one.english() + GERMAN.getString(one.key())).replace("''", ""))
                    .as("MessageFormat eats these").doesNotContain("'");
        }
    }

    @Test
    void noneIsLeftOver() {
        assertThat(new TreeSet<>(GERMAN.keySet()))
                .isEqualTo(all().stream().map(One::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void partsAreSaidInTheSameLanguageAndNumbersAreNotParted() {
        var told = OfProject.ONLY_READ.with(OfProject.FOLDER_READ_ONLY.with("/data/p"));
        assertThat(told.english()).isEqualTo("The project can only be read: the folder /data/p may not be written."
                + " Change its permissions, or copy the project, to work on it.");
        assertThat(told.in(german::told)).isEqualTo("Das Projekt lässt sich nur lesen: der Ordner /data/p darf nicht"
                + " beschrieben werden. Ändern Sie die Rechte, oder kopieren Sie das Projekt, um daran zu arbeiten.");
        assertThat(told.in(Strings.english()::told)).isEqualTo(told.english());
        assertThat(OfTraining.NO_MEMORY.with(250_000).in(german::told)).contains("um 250000 Paare vorzubereiten");
        assertThat(Told.plain("as {0} is").in(german::told)).isEqualTo("as {0} is");
    }

    private String reported(Throwable failure) {
        var said = new ArrayList<String>();
        new ErrorReporter(german, Clock.systemUTC(), report -> said.add(report.sentence())).report(failure);
        return said.getFirst();
    }

    @Test
    void failuresAreReportedInGerman() throws IOException {
        var none = catchThrowableOfType(StorageException.class, () -> Project.open(folder));
        assertThat(reported(none)).isEqualTo("In " + folder + " ist kein Projekt. Wählen Sie einen Ordner, der"
                + " project.db enthält, oder legen Sie ein neues Projekt an.");
        Files.writeString(folder.resolve("project.db"), "no database at all, but longer than a header ".repeat(40));
        var damaged = catchThrowableOfType(StorageException.class, () -> Project.open(folder));
        assertThat(reported(damaged)).contains("ist beschädigt und lässt sich nicht lesen");
        try (var project = Project.create(folder.resolve("p"), "p")) {
            var inside = catchThrowableOfType(ToldException.class,
                    () -> project.ownPlaces().check(project.folder().resolve("out.csv")));
            assertThat(reported(inside)).contains("liegt im Ordner des Projekts");
        }
        var lacking = catchThrowableOfType(CheckpointException.class, () -> CheckpointFolder.inspect(folder));
        assertThat(reported(lacking)).startsWith("Dem Checkpoint " + folder + " fehlt");
        assertThat(reported(new TrainingException(OfTraining.NO_LABELS.with())))
                .startsWith("Kein Paar des Trainings-Splits hat ein Label.");
    }

    private String problem(String query) {
        var names = new Names(List.of(new Names.Task(1, "sarcasm", List.of(new Names.Label(1, "sarcastic"),
                new Names.Label(2, "plain")), List.of(), List.of())), List.of("Anna"), List.of());
        var problem = ((Parsed.Bad) QueryParser.parse(query, names)).problem();
        assertThat(problem.told().in(Strings.english()::told)).isEqualTo(problem.sentence());
        return problem.told().in(german::told);
    }

    @Test
    void whatIsWrongWithAQueryIsToldInGerman() {
        assertThat(problem("label:sarcastc"))
                .isEqualTo("Es gibt kein Label „sarcastc“. Meinten Sie „sarcastic“?");
        assertThat(problem("is:f")).contains("Für „is:“ gibt es keinen Wert „f“. ");
        assertThat(problem("has:zzz")).contains("Für „has:“ gibt es keinen Wert „zzz“. Es gibt ");
        assertThat(problem("by:Zacharias")).isEqualTo("Es gibt niemanden namens „Zacharias“. Es gibt Anna.");
        assertThat(problem("labell:x")).isEqualTo("Nach „labell“ lässt sich nicht fragen. Meinten Sie „label“?");
        assertThat(problem("conf<")).isEqualTo(
                "Auf „conf<“ muss ohne Leerzeichen eine Zahl folgen, wie in „conf<0.6“.");
        assertThat(problem("conf<7"))
                .isEqualTo("„7“ ist zu viel: „conf“ geht von 0 bis 1, oder 100%.");
        assertThat(problem("label:")).isEqualTo(
                "Auf „label:“ muss ohne Leerzeichen ein Wert folgen, wie in „label:sarcastic“.");
        assertThat(problem("(a")).isEqualTo("Diese Klammer wird nie geschlossen.");
        assertThat(problem("a or")).isEqualTo("Auf „or“ muss etwas folgen.");
        assertThat(problem("not ".repeat(501))).isEqualTo("Eine Abfrage darf 500 Wörter haben; diese hat mehr.");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private List<String> problems(Path file) throws IOException {
        var guess = Sources.guess(file);
        return Sources.preview(guess, TASKS, SourceOptions.USUAL, 5).problems().stream()
                .map(problem -> problem.told(guess.format()).in(german::told)).toList();
    }

    @Test
    void whatIsWrongWithRowsIsToldInGerman() throws IOException {
        var table = file("t.csv", "id,text,sarcasm", "1,\"a,sarcastic", "2,,sarcastic", "3,x,odd", "4,a,sarcastic,c");
        assertThat(problems(table)).containsExactly(
                table + ", Zeile 2: die Zeile ist fehlerhaft: ein Anführungszeichen wird nie geschlossen. Prüfen Sie"
                        + " ihre Anführungszeichen",
                table + ", Zeile 3: der Text ist leer",
                table + ", Zeile 4: „odd“ ist kein Label von sarcasm (not sarcastic, sarcastic); das Paar wird ohne es"
                        + " importiert",
                table + ", Zeile 5: die Zeile hat 4 Zellen, aber die Kopfzeile nennt 3; sie bleibt weg");
        assertThat(problems(file("t.jsonl", "{\"id\": \"1\", \"text\": \"a\"}", "{\"id\": ,}", "[1]")))
                .satisfiesExactly(
                        one -> assertThat(one).endsWith("Zeile 2: die Zeile ist kein JSON: bei Zeichen 8, „,“ kann dort"
                                + " nicht stehen"),
                        one -> assertThat(one).endsWith("Zeile 3: erwartet wird ein JSON-Objekt"));
        assertThat(problems(file("train.txt", "['1', 'a', 0]", "['2', 'b'"))).singleElement().asString()
                .endsWith("die Zeile ist keine Liste von Python: die Liste endet nicht, bei Zeichen 10");
    }

    @Test
    void whatASourceIsTakenForAndWhyItCannotBeReadIsToldInGerman() throws IOException {
        assertThat(Sources.guess(file("t.csv", "id,text", "1,a")).reason().in(german::told))
                .isEqualTo("Die erste Zeile sieht aus wie die Kopfzeile einer Tabelle.");
        assertThat(Sources.guess(file("p.jsonl", "{\"text\": \"a\", \"_input_hash\": 1}")).reason().in(german::told))
                .isEqualTo("Die erste Zeile hat die Felder von Prodigy.");
        assertThat(reported(catchThrowableOfType(IOException.class, () -> Sources.guess(folder.resolve("none")))))
                .isEqualTo("Bei " + folder.resolve("none")
                        + " ist nichts, was sich lesen lässt. Wählen Sie eine Datei oder einen Ordner.");
        var cut = file("x.parquet", "PAR1");
        assertThat(reported(catchThrowableOfType(IOException.class,
                () -> Sources.preview(new Sources.Guess(Format.PARQUET, cut, ""), TASKS, SourceOptions.USUAL, 5))))
                .isEqualTo(cut + " ist keine Parquet-Datei, oder ihr Ende fehlt. Laden Sie sie noch einmal herunter.");
        var picture = file("x.png", "no picture");
        assertThat(((ImageFiles.Inspection.Unusable) ImageFiles.inspect(picture)).told().in(german::told))
                .isEqualTo(picture + " ist kein Bild, das sich lesen lässt.");
    }

    @Test
    void whyTasksCannotBeChangedIsToldInGerman() {
        try (var project = Project.create(folder.resolve("p"), "p")) {
            var names = project.tasks().list().stream().map(TaskDefinition::name).toList();
            assertThat(refused(project.tasks().change(new TaskChange.RenameTask(names.get(0), names.get(1)))))
                    .isEqualTo("Das Projekt hat oder hatte eine Aufgabe „" + names.get(1)
                            + "“. Wählen Sie einen anderen Namen.");
            assertThat(refused(project.tasks().change(new TaskChange.RenameTask(names.get(0), " "))))
                    .isEqualTo("Eine Aufgabe braucht einen Namen.");
            assertThat(refused(project.tasks().undo("Anna"))).isEqualTo("Es gibt nichts zurückzunehmen.");
        }
    }

    private String refused(TaskRepository.Changed changed) {
        return ((TaskRepository.Changed.Refused) changed).told().in(german::told);
    }

    @Test
    void whyADeviceIsUsedIsToldInGerman() {
        assertThat(new Finding.NoDriver(Machine.Os.LINUX).why().in(german::told)).isEqualTo(
                "kein NVIDIA-Treiber gefunden");
        var unknown = new Finding.FlavorUnknown("rocm", List.of("cpu", "cu126", "cu128"));
        assertThat(unknown.sentence()).startsWith(
                "PYTORCH_FLAVOR is 'rocm', and on this system Askance knows cpu and cu126 and cu128 alone.");
        assertThat(reported(new DeviceException(OfDevice.CARD_UNUSABLE.with(1, unknown.whole())))).startsWith(
                "GPU 1 wurde verlangt und ist nicht nutzbar. PYTORCH_FLAVOR ist „rocm“, und auf diesem System kennt"
                        + " Askance nur cpu und cu126 und cu128.");
    }

    @Test
    void whatTheNetworkSaysOfAPictureIsKeptInEnglishAndRecognisedInGerman() {
        for (var sentence : OfPicture.values()) {
            var told = sentence.with("/p/1.png", 20_000, 10_000, 64);
            assertThat(Kept.read(told.english()).in(german::told)).startsWith(
                    told.in(german::told).substring(0, told.in(german::told).length() - 1));
        }
    }

    @Test
    void whoHoldsAProjectIsToldInGerman() {
        String kept = OfProject.PROCESS.with("4711", "ada", "host-1", "2026-11-29T18:05:00Z").english();
        assertThat(kept).isEqualTo("process 4711, ada on host-1, since 2026-11-29T18:05:00Z");
        assertThat(OfProject.OPEN_ELSEWHERE_BY.with("/p", Kept.read(kept)).in(german::told))
                .contains("(Prozess 4711, ada auf host-1, seit 2026-11-29T18:05:00Z)");
        assertThat(Kept.read(kept.replace("host-1", "this machine")).in(german::told))
                .contains("ada auf diesem Rechner");
    }

    @Test
    void whatDoesNotFitAndHowATrainingEndedIsToldInGerman() {
        assertThat(OfTraining.STOPPED_EARLY.with(7, 4).in(german::told)).isEqualTo(
                "Nach Epoche 7 angehalten: Am besten war die Validierung in Epoche 4.");
        var none = catchThrowableOfType(CheckpointException.class, () -> HuggingFaceFolder.text(folder));
        assertThat(reported(none)).startsWith("Im Ordner " + folder + " fehlt config.json.");
    }

    @Test
    void whyAnEncoderCannotBeFetchedIsToldInGerman() {
        assertThat(reported(catchThrowableOfType(HubException.class, () -> Hub.of("::", "main")))).isEqualTo(
                "„::“ ist keine Adresse eines Hubs. Schreiben Sie eine wie https://huggingface.co.");
        assertThat(OfHub.NOT_FETCHED.with(OfHub.OF.with("config.json", "a/b"), OfHub.BROKE_OFF.with(),
                OfHub.IN_MINUTES.with(5)).in(german::told))
                .isEqualTo("config.json von a/b ließ sich nicht holen: die Verbindung brach ab. Was angekommen ist,"
                        + " bleibt. Versuchen Sie es in 5 Minuten noch einmal.");
    }

    @Test
    void whyAnArchiveCannotBeRestoredAndWhatFormatsAreCalledIsToldInGerman() throws IOException {
        var archive = file("a.zip", "no archive");
        assertThat(reported(catchThrowableOfType(IOException.class,
                () -> ArchiveRestore.restore(archive, folder.resolve("r"), Journal.none(), _ -> {})))).startsWith(
                        archive + " ist kein Archiv, oder ein beschädigtes");
        assertThat(Format.GUID_FOLDER.told().in(german::told)).isEqualTo("guid-Ordner");
        assertThat(Format.PRODIGY.told().in(german::told)).isEqualTo(Format.PRODIGY.title());
    }
}
