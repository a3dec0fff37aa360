package org.askance.storage.embedding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// All embeddings of one checkpoint: groups of one [VectorBlock] per kind, only ever appended to, so that adding
/// a few costs a few. A group that was cut off or damaged ends what counts; the next one is written over it.
final class EmbeddingFile {

    private final Path path;

    EmbeddingFile(Path path) {
        this.path = path;
    }

    /// Adds a group, which is on disk on return.
    ///
    /// @param group of every kind
    /// @param end   what [#end()] gave, or the last of these
    /// @return where the next group goes
    long append(Map<EmbeddingKind, Vectors> group, long end) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            long at = end;
            for (var kind : EmbeddingKind.values()) {
                var bytes = VectorBlock.encode(Objects.requireNonNull(group.get(kind)));
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }
            channel.force(true);
            return at;
        }
    }

    /// Where the last whole group ends.
    long end() throws IOException {
        return read(groups -> groups.isEmpty() ? 0L : groups.getLast().end());
    }

    /// Ids of the examples that have vectors of every kind.
    Set<Long> examples() throws IOException {
        return read(groups -> {
            var examples = new HashSet<Long>();
            for (var group : groups) {
                for (long id : VectorBlock.examples(group.file(), group.begin(EmbeddingKind.TEXT))) {
                    examples.add(id);
                }
            }
            return examples;
        });
    }

    /// All of one kind; of an example's vectors the last counts.
    Vectors load(EmbeddingKind kind) throws IOException {
        return read(groups -> {
            var rows = new LinkedHashMap<Long, float[]>();
            for (var group : groups) {
                var vectors = VectorBlock.decode(group.file(), group.begin(kind));
                for (int i = 0; i < vectors.size(); i++) {
                    rows.put(vectors.examples()[i], vectors.values()[i]);
                }
            }
            return new Vectors(rows.keySet().stream().mapToLong(Long::longValue).toArray(),
                    rows.values().toArray(float[][]::new));
        });
    }

    /// @param begins where each kind's block begins in `file`
    private record Group(MemorySegment file, Map<EmbeddingKind, Long> begins, long end) {
        long begin(EmbeddingKind kind) {
            return Objects.requireNonNull(begins.get(kind));
        }
    }

    private <T> T read(Function<List<Group>, T> use) throws IOException {
        if (!Files.exists(path)) {
            return use.apply(List.of());
        }
        try (var channel = FileChannel.open(path); var arena = Arena.ofConfined()) {
            return use.apply(groups(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)));
        }
    }

    private static List<Group> groups(MemorySegment file) {
        var groups = new ArrayList<Group>();
        long at = 0;
        while (true) {
            var begins = new EnumMap<EmbeddingKind, Long>(EmbeddingKind.class);
            for (var kind : EmbeddingKind.values()) {
                begins.put(kind, at);
                long length = VectorBlock.length(file, at);
                if (length == 0) {
                    return groups;
                }
                at += length;
            }
            groups.add(new Group(file, begins, at));
        }
    }
}
