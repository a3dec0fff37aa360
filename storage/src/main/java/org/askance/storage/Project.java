package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskRepository;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.embedding.EmbeddingStore;
import org.askance.storage.exchange.DuplicateRepository;
import org.askance.storage.exchange.ExportRows;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.exchange.ProjectArchive;
import org.askance.storage.run.CheckpointRepository;
import org.askance.storage.run.PredictionRepository;
import org.askance.storage.run.RunRepository;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;

/// One folder with all that people did: `project.db`, `checkpoints/`, and `cache/`, which may be deleted.
/// Thread-safe; not usable after `close`.
public final class Project implements AutoCloseable {

    private static final String FILE = "project.db";
    private static final String NAME = "name";

    private final Path folder;
    private final Database database;
    private final Settings settings;
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

    private Project(Path folder, Database database) {
        var clock = Clock.systemUTC();
        this.folder = folder;
        this.database = database;
        settings = new Settings(database);
        examples = new ExampleRepository(database, folder, clock);
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
    /// @param folder made if it is not there; must hold no project yet
    /// @throws StorageException if it cannot be made
    public static Project create(Path folder, String name) {
        var absolute = folder.toAbsolutePath().normalize();
        if (exists(absolute)) {
            throw new StorageException(absolute + " holds a project already. Open it, or choose another folder.");
        }
        try {
            Files.createDirectories(absolute);
            needWritable(absolute);
        } catch (IOException e) {
            throw new StorageException("The folder " + absolute + " cannot be made: " + e.getMessage()
                    + ". Choose another place, or change its permissions.", e);
        }
        var project = new Project(absolute, Schema.create(absolute.resolve(FILE)));
        project.settings.put(NAME, name);
        project.tasks.add(TaskDefinition.SARCASM);
        project.tasks.add(TaskDefinition.SENTIMENT);
        return project;
    }

    /// Opens a project, bringing an older one up to date.
    ///
    /// @throws StorageException if there is none, it is damaged or newer, or the folder cannot be written
    public static Project open(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        if (!exists(absolute)) {
            throw new StorageException("There is no project in " + absolute + ". Choose a folder that holds "
                    + FILE + ", or make a new project.");
        }
        needWritable(absolute);
        return new Project(absolute, Schema.open(absolute.resolve(FILE)));
    }

    private static void needWritable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw new StorageException("The folder " + folder
                    + " cannot be written. Change its permissions, or copy the project elsewhere.");
        }
    }

    /// As people call it.
    public String name() {
        return Objects.requireNonNullElse(settings.get(NAME), String.valueOf(folder.getFileName()));
    }

    public Path folder() {
        return folder;
    }

    public Path checkpointsFolder() {
        return folder.resolve("checkpoints");
    }

    /// For what can be computed again.
    public Path cacheFolder() {
        return folder.resolve("cache");
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
        return new ExportRows(database, folder);
    }

    /// All of the project in one file.
    public ProjectArchive archive() {
        return new ProjectArchive(database, folder, name());
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
        database.close();
    }
}
