package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.askance.storage.annotation.AgreementRepository;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.AnnotatorRepository;
import org.askance.storage.annotation.BulkReview;
import org.askance.storage.annotation.GoldRepository;
import org.askance.storage.annotation.GuidelineRepository;
import org.askance.storage.annotation.OwnWork;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.embedding.EmbeddingStore;
import org.askance.storage.exchange.DuplicateRepository;
import org.askance.storage.exchange.ExportRows;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.exchange.ProjectArchive;
import org.askance.storage.files.FolderLock;
import org.askance.storage.files.Journal;
import org.askance.storage.files.NetworkDrive;
import org.askance.storage.query.ColumnCache;
import org.askance.storage.query.Finder;
import org.askance.storage.query.QueuePlaces;
import org.askance.storage.query.SavedQueries;
import org.askance.storage.run.CheckpointRepository;
import org.askance.storage.run.PredictionRepository;
import org.askance.storage.run.RunRepository;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.Restoring;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// One folder with all that people did: `project.db`, `checkpoints/`, `backups/`, and `cache/`, which may be
/// deleted. One program writes it; others open it read-only. Thread-safe; not usable after `close`.
public final class Project implements AutoCloseable {

    private static final String FILE = "project.db";
    static final String NAME = "name";
    private static final String ID = "id";

    private final Path folder;
    private final Database database;
    private final Settings settings;
    private final Finder finder;
    private final SavedQueries savedQueries;
    private final AnnotatorRepository annotators;
    private final ExampleRepository examples;
    private final TaskRepository tasks;
    private final AnnotationRepository annotations;
    private final CheckpointRepository checkpoints;
    private final PredictionRepository predictions;
    private final RunRepository runs;
    private final EmbeddingStore embeddings;
    private final ImportRepository imports;
    private final DuplicateRepository duplicates;
    private final MissingImages missingImages;
    private final Door door;
    private final OpeningBackup openingBackup;

    /// How the project was opened.
    ///
    /// @param lock        `null` if it is read-only
    /// @param whyReadOnly nothing if it may be written
    /// @param before      how its file stood before, see [Backups#fingerprint()]
    private record Door(@Nullable FolderLock lock, Told whyReadOnly, Backups backups, String before) {}

    private Project(Path folder, Database database, Door door, OpeningBackup openingBackup) {
        var clock = Clock.systemUTC();
        this.folder = folder;
        this.database = database;
        this.door = door;
        this.openingBackup = openingBackup;
        settings = new Settings(database);
        finder = new Finder(database,
                new ColumnCache(cacheFolder().resolve("columns.bin"), door.before, !isReadOnly()));
        savedQueries = new SavedQueries(database, clock);
        annotators = new AnnotatorRepository(database, clock);
        examples = new ExampleRepository(database, finder, folder, clock);
        tasks = new TaskRepository(database, clock);
        annotations = new AnnotationRepository(database, clock);
        checkpoints = new CheckpointRepository(database, folder, clock);
        predictions = new PredictionRepository(database);
        runs = new RunRepository(database, clock);
        embeddings = new EmbeddingStore(folder.resolve("cache"));
        imports = new ImportRepository(database, folder, clock);
        duplicates = new DuplicateRepository(database, folder);
        missingImages = new MissingImages(database, folder);
    }

    /// Whether `folder` holds a project.
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// Makes a project with the two preset tasks, sarcasm and sentiment.
    ///
    /// @param folder made if it is not there; must hold no project yet. Killed meanwhile, it holds a whole one or none
    /// @throws StorageException if it cannot be made
    public static Project create(Path folder, String name) {
        var absolute = folder.toAbsolutePath().normalize();
        if (exists(absolute)) {
            throw new StorageException(OfProject.HOLDS_ONE.with(absolute));
        }
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new StorageException(OfProject.FOLDER_UNMADE.with(absolute, Told.plain(e.getMessage())), e);
        }
        var lock = lock(absolute);
        var file = absolute.resolve(FILE);
        var backups = new Backups(file, Clock.systemUTC());
        try {
            ProjectFile.make(file, database -> {
                new Settings(database).put(NAME, name);
                var tasks = new TaskRepository(database, Clock.systemUTC());
                tasks.add(TaskDefinition.SARCASM);
                tasks.add(TaskDefinition.SENTIMENT);
            });
            return new Project(absolute, Schema.open(file, backups), new Door(lock, Told.NOTHING, backups,
                    backups.fingerprint()), OpeningBackup.none());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock lock(Path folder) {
        return switch (FolderLock.attempt(folder)) {
            case FolderLock.Attempt.Held(var lock) -> lock;
            case FolderLock.Attempt.HeldByOther(Told who) -> throw new StorageException(openElsewhere(folder, who));
            case FolderLock.Attempt.Unwritable(Told why) -> throw new StorageException(OfProject.NO_PLACE.with(why));
        };
    }

    private static Told openElsewhere(Path folder, Told who) {
        return who.equals(Told.NOTHING)
                ? OfProject.OPEN_ELSEWHERE.with(folder)
                : OfProject.OPEN_ELSEWHERE_BY.with(folder, who);
    }

    /// Opens a project, bringing an older one up to date. One that another program has open, or that may not
    /// be written, opens read-only: then every attempt to write throws a `StorageException` that says why.
    /// A backup is made in the background.
    ///
    /// @throws org.askance.storage.sql.DamagedException if it is damaged; [#backups(Path)] may replace it
    /// @throws StorageException if there is none, or it is newer than this program
    public static Project open(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var file = absolute.resolve(FILE);
        if (!exists(absolute)) {
            throw noneThere(absolute);
        }
        return switch (FolderLock.attempt(absolute)) {
            case FolderLock.Attempt.Held(var lock) when Files.isWritable(file) -> open(absolute, lock);
            case FolderLock.Attempt.Held(var lock) -> {
                lock.close();
                yield openReadOnly(absolute, OfProject.FILE_READ_ONLY.with(file));
            }
            case FolderLock.Attempt.HeldByOther(Told who) -> openReadOnly(absolute, openElsewhere(absolute, who));
            case FolderLock.Attempt.Unwritable(Told why) -> openReadOnly(absolute, OfProject.ONLY_READ.with(why));
        };
    }

    private static StorageException noneThere(Path absolute) {
        return new StorageException(OfProject.NONE_THERE.with(absolute, FILE));
    }

    private static Project open(Path folder, FolderLock lock) {
        try {
            var file = folder.resolve(FILE);
            Restoring.finish(file);
            FolderMove.finish(folder);
            var backups = new Backups(file, Clock.systemUTC());
            String before = backups.fingerprint();
            var database = Schema.open(file, backups);
            return new Project(folder, database, new Door(lock, Told.NOTHING, backups, before),
                    OpeningBackup.start(backups, before));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Project openReadOnly(Path folder, Told why) {
        var file = folder.resolve(FILE);
        var backups = new Backups(file, Clock.systemUTC());
        String before = backups.fingerprint();
        return new Project(folder, Schema.openReadOnly(file, why), new Door(null, why, backups, before),
                OpeningBackup.none());
    }

    /// The backups of a project that need not be open, nor whole.
    public static Backups backups(Path folder) {
        return new Backups(folder.toAbsolutePath().normalize().resolve(FILE), Clock.systemUTC());
    }

    /// As [#backups(Path)], where a project is or was.
    ///
    /// @throws StorageException if `folder` holds neither a project nor a backup of one
    public static Backups backupsThere(Path folder) {
        var backups = backups(folder);
        if (!exists(folder) && backups.list().isEmpty()) {
            throw noneThere(folder.toAbsolutePath().normalize());
        }
        return backups;
    }

    /// Puts `backup` in the place of the project's file, which stays among the backups.
    ///
    /// @throws StorageException if the project is open anywhere, the backup is damaged, or there is no room;
    ///         nothing is changed then
    public static void restore(Path folder, Backup backup) {
        var absolute = folder.toAbsolutePath().normalize();
        try (var _ = lock(absolute)) {
            Restoring.restore(absolute.resolve(FILE), backup, Clock.systemUTC());
        }
    }

    /// Copies this project as it is now to `target`: its file, checkpoints and pictures, not what can be
    /// computed again. Paths inside the folder stay valid there.
    ///
    /// @param target  must not be there, or be empty
    /// @param journal tells the next start, should this program be killed meanwhile
    /// @throws StorageException if it cannot be written; what was copied is deleted again
    public void copy(Path target, Journal journal) {
        FolderCopy.copy(folder, folder.resolve(FILE), target.toAbsolutePath().normalize(), id(), journal);
    }

    /// Moves or renames the folder of a project that nobody has open. Paths inside the folder stay valid there.
    ///
    /// @param target  must not be there, or be empty
    /// @param journal tells the next start, should this program be killed meanwhile
    /// @return what is left of the old folder, as a sentence; [Told#NOTHING] if nothing
    /// @throws StorageException if it is open anywhere, or cannot be moved; then it is where it was, whole
    public static Told move(Path folder, Path target, Journal journal) {
        var absolute = folder.toAbsolutePath().normalize();
        if (!exists(absolute)) {
            throw new StorageException(OfProject.NONE_TO_MOVE.with(absolute));
        }
        // Windows moves no folder with an open file in it: the lock only tells whether anyone has one.
        lock(absolute).close();
        var place = target.toAbsolutePath().normalize();
        var left = FolderMove.move(absolute, place, journal);
        FolderName.follow(place.resolve(FILE), absolute, place);
        return left;
    }

    /// Whether nothing can be written.
    public boolean isReadOnly() {
        return !door.whyReadOnly.equals(Told.NOTHING);
    }

    /// Why nothing can be written; [Told#NOTHING] if it can.
    public Told whyReadOnly() {
        return door.whyReadOnly;
    }

    /// What to know about the drive it is on; [Told#NOTHING] if nothing.
    public Told driveWarning() {
        return NetworkDrive.warning(folder);
    }

    public Backups backups() {
        return door.backups;
    }

    /// Ends with the backup made for this opening: `null` if none was needed; fails with what went wrong.
    public CompletableFuture<@Nullable Backup> openingBackup() {
        return openingBackup.ending();
    }

    /// Lasting, wherever its folder is and whatever it is called; a copy has the same.
    public String id() {
        return Objects.requireNonNullElse(settings.get(ID), "");
    }

    /// As people call it.
    public String name() {
        return Objects.requireNonNullElse(settings.get(NAME), String.valueOf(folder.getFileName()));
    }

    public Path folder() {
        return folder;
    }

    /// Where exports may not be written.
    public OwnPlaces ownPlaces() {
        return new OwnPlaces(database, folder);
    }

    public Path checkpointsFolder() {
        return folder.resolve("checkpoints");
    }

    /// For what can be computed again.
    public Path cacheFolder() {
        return folder.resolve("cache");
    }

    public Finder finder() {
        return finder;
    }

    public SavedQueries savedQueries() {
        return savedQueries;
    }

    public ExampleRepository examples() {
        return examples;
    }

    public TaskRepository tasks() {
        return tasks;
    }

    public AnnotationRepository annotations() {
        return annotations;
    }

    /// What an act on many would change.
    public BulkReview bulkReview() {
        return new BulkReview(database);
    }

    public AnnotatorRepository annotators() {
        return annotators;
    }

    public AgreementRepository agreement() {
        return new AgreementRepository(database);
    }

    public GoldRepository gold() {
        return new GoldRepository(database);
    }

    /// What an annotator did, for that annotator alone.
    public OwnWork ownWork() {
        return new OwnWork(database);
    }

    public GuidelineRepository guidelines() {
        return new GuidelineRepository(database, Clock.systemUTC());
    }

    public QueuePlaces queuePlaces() {
        return new QueuePlaces(database);
    }

    public CheckpointRepository checkpoints() {
        return checkpoints;
    }

    public PredictionRepository predictions() {
        return predictions;
    }

    public RunRepository runs() {
        return runs;
    }

    public EmbeddingStore embeddings() {
        return embeddings;
    }

    /// What exports write.
    public ExportRows exportRows() {
        return new ExportRows(database, folder, id());
    }

    /// All of the project in one file.
    public ProjectArchive archive() {
        return new ProjectArchive(database, folder, name(), id());
    }

    public ImportRepository imports() {
        return imports;
    }

    public DuplicateRepository duplicates() {
        return duplicates;
    }

    public MissingImages missingImages() {
        return missingImages;
    }

    /// For pictures that came within a file.
    public Path imagesFolder() {
        return folder.resolve("images");
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        openingBackup.close();
        finder.close();
        database.close();
        finder.keep(door.backups.fingerprint());
        if (door.lock != null) {
            door.lock.close();
        }
    }
}
