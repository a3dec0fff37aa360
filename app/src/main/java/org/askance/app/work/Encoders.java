package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.hub.FetchRecord;
import org.askance.model.hub.Hub;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// The published checkpoints from which a new network is trained, and which of them are on this computer.
/// Reads files; safe from any thread that may wait.
public final class Encoders {

    /// What an encoder is for.
    public enum Kind {
        TEXT, IMAGE, TEACHER
    }

    /// Those that the program offers: first the three of the paper, then relatives that look more closely.
    public enum Published {
        BERT("google-bert/bert-base-uncased", Kind.TEXT, 441), VIT_32("google/vit-base-patch32-224-in21k", Kind.IMAGE,
                352),
        CLIP_32("openai/clip-vit-base-patch32", Kind.TEACHER, 609), VIT_16("google/vit-base-patch16-224-in21k",
                Kind.IMAGE, 346),
        CLIP_16("openai/clip-vit-base-patch16", Kind.TEACHER, 602);

        private final String repository;
        private final Kind kind;
        private final int megabytes;

        Published(String repository, Kind kind, int megabytes) {
            this.repository = repository;
            this.kind = kind;
            this.megabytes = megabytes;
        }

        public String repository() {
            return repository;
        }

        public Kind kind() {
            return kind;
        }

        /// About so many bytes come; the hub says exactly how many.
        public long aboutBytes() {
            return megabytes * 1_000_000L;
        }
    }

    /// The three that the paper begins from.
    public static final List<Published> OF_THE_PAPER = List.of(Published.BERT, Published.VIT_32, Published.CLIP_32);

    /// How much of an encoder is here.
    public sealed interface State {
        record Absent() implements State {}

        record Partial(long done, long total) implements State {}

        /// All of it, and it fits its config.
        record Complete(long bytes) implements State {}

        /// @param told what is wrong with it
        record Damaged(Told told) implements State {}
    }

    /// @param published `null` if it is not one of those that the program offers
    /// @param title     its repository's name, without the owner's
    public record Encoder(@Nullable Published published, Kind kind, String title, String repository, Path folder,
            State state) {

        public boolean isComplete() {
            return state instanceof State.Complete;
        }
    }

    private Encoders() {}

    /// All that are published, then any other complete one in `parent`.
    ///
    /// @param parent holds a folder for each, see [#folder]
    public static List<Encoder> list(Path parent) {
        var all = new ArrayList<Encoder>();
        for (var one : Published.values()) {
            var folder = folder(parent, one.repository);
            all.add(new Encoder(one, one.kind, title(one.repository), one.repository, folder, state(folder)));
        }
        for (var folder : folders(parent)) {
            if (all.stream().noneMatch(known -> known.folder.equals(folder))
                    && state(folder) instanceof State.Complete complete) {
                String repository = folder.getFileName().toString().replaceFirst("--", "/");
                all.add(new Encoder(null, kind(HuggingFaceFolder.verify(folder)), title(repository), repository,
                        folder, complete));
            }
        }
        return all;
    }

    /// Those that can be trained from.
    public static List<Encoder> complete(Home home) {
        return list(home.encoders()).stream().filter(Encoder::isComplete).toList();
    }

    /// The one among `known` that a person means by its name, with or without its owner's.
    public static Optional<Encoder> named(List<Encoder> known, Kind kind, String name) {
        return known.stream().filter(one -> one.kind == kind)
                .filter(one -> name.equalsIgnoreCase(one.title) || name.equalsIgnoreCase(one.repository)).findFirst();
    }

    /// Where `repository` is kept: `OWNER--NAME`.
    public static Path folder(Path parent, String repository) {
        return parent.resolve(repository.replace("/", "--"));
    }

    /// The repository that a person means by a full name, or by a published one's name alone.
    public static Optional<String> repository(String name) {
        return Arrays.stream(Published.values()).map(Published::repository)
                .filter(one -> name.equalsIgnoreCase(one) || name.equalsIgnoreCase(title(one))).findFirst()
                .or(() -> Optional.of(name).filter(one -> one.contains("/") && Hub.isRepository(one)));
    }

    /// Without the owner.
    public static String title(String repository) {
        return repository.substring(repository.indexOf('/') + 1);
    }

    static Kind kind(HuggingFaceFolder.Kind kind) {
        return switch (kind) {
            case TEXT -> Kind.TEXT;
            case IMAGE -> Kind.IMAGE;
            case TEACHER -> Kind.TEACHER;
        };
    }

    private static State state(Path folder) {
        var record = FetchRecord.read(folder);
        if (record.isPresent() && !record.get().whole()) {
            return new State.Partial(record.get().bytesIn(folder), record.get().bytes());
        }
        if (record.isEmpty() && !HuggingFaceFolder.matches(folder)) {
            return new State.Absent();
        }
        try {
            HuggingFaceFolder.verify(folder);
            return record.isPresent() && record.get().bytesIn(folder) != record.get().bytes()
                    ? new State.Damaged(OfCheckpoint.FILE_SHORT.with(folder))
                    : new State.Complete(record.map(FetchRecord::bytes).orElseGet(() -> size(folder)));
        } catch (CheckpointException e) {
            return new State.Damaged(e.told());
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var all = Files.list(parent)) {
            return all.filter(HuggingFaceFolder::matches).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Of a folder that a person copied there.
    private static long size(Path folder) {
        try (var files = Files.list(folder)) {
            long bytes = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException _) {
            return 0;
        }
    }
}
