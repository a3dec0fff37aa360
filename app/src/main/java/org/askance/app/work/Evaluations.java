package org.askance.app.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.askance.storage.Project;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.run.Checkpoint;

/// A project's latest evaluations, one file per checkpoint and split in its cache: they can be made again at
/// any time, so one that is damaged or of another format counts as none. Safe from any thread.
public record Evaluations(Project project) {

    /// Raised when what the files hold changes its meaning.
    private static final String FORMAT = "1";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// Replaces an older one of the same checkpoint and split.
    public void save(Evaluation evaluation) throws IOException {
        write(file(evaluation.about().checkpoint(), evaluation.about().split()), evaluation);
    }

    public Optional<Evaluation> of(Checkpoint checkpoint, Split split) {
        return read(file(checkpoint.id(), split), Evaluation.class);
    }

    /// Replaces older ones of the same split.
    public void save(Baselines baselines) throws IOException {
        write(baselinesFile(baselines.split()), baselines);
    }

    public Optional<Baselines> baselines(Split split) {
        return read(baselinesFile(split), Baselines.class);
    }

    /// Fingerprint of the labels that count in a split now. An evaluation with another one is out of date.
    public String labels(Split split) {
        var all = new StringBuilder();
        new TreeMap<>(project.annotations().labels(split))
                .forEach((example, byTask) -> all.append(example).append(new TreeMap<>(byTask)));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Path file(long checkpoint, Split split) {
        return folder().resolve(checkpoint + "-" + split.key() + ".json");
    }

    private Path baselinesFile(Split split) {
        return folder().resolve("baselines-" + split.key() + ".json");
    }

    private Path folder() {
        return project.cacheFolder().resolve("evaluations-" + FORMAT);
    }

    private static void write(Path file, Object value) throws IOException {
        AtomicFiles.write(file, out -> out.write(JSON.writeValueAsBytes(value)));
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
