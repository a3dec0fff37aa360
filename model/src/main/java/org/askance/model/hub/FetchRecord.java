package org.askance.model.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What a folder says about how it was fetched: from where, which files, and whether all of them were there
/// and checked. Stands in the folder as `fetched.json`.
///
/// @param whole    whether every file came and matched its hash
public record FetchRecord(String hub, String repository, String revision, boolean whole, List<Entry> files) {

    static final String NAME = "fetched.json";

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// @param algorithm `SHA_256` or `GIT_BLOB`
    public record Entry(String path, long bytes, String algorithm, String hash) {
        public Entry {
            var _ = new HubFile(path, bytes, new Checksum(Checksum.Kind.valueOf(algorithm), hash));
        }

        private HubFile file() {
            return new HubFile(path, bytes, new Checksum(Checksum.Kind.valueOf(algorithm), hash));
        }
    }

    public FetchRecord {
        files = List.copyOf(files);
    }

    static FetchRecord of(Hub hub, String repository, boolean whole, List<HubFile> files) {
        return new FetchRecord(hub.address().toString(), repository, hub.revision(), whole, files.stream().map(
                file -> new Entry(file.path(), file.bytes(), file.checksum().kind().name(), file.checksum().hex()))
                .toList());
    }

    /// @return empty if the folder has none that can be read: it was put there by other means
    public static Optional<FetchRecord> read(Path folder) {
        var file = folder.resolve(NAME);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(file.toFile(), FetchRecord.class))
                    : Optional.empty();
        } catch (IOException _) {
            // Damaged, or of another version: the files themselves tell.
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        var beside = folder.resolve(NAME + ".partial");
        JSON.writeValue(beside.toFile(), this);
        Files.move(beside, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Of all files together.
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    /// How much of that `folder` has, by lengths alone.
    public long bytesIn(Path folder) {
        return files.stream().mapToLong(entry -> entry.file().bytesIn(folder)).sum();
    }
}
