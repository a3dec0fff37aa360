package org.askance.model.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.SafeTensors;
import org.askance.model.checkpoint.SafeTensorsWriter;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;

/// Where a training stands, on disk: weights and optimizer after a step, and what was measured so far. What
/// follows from the seed (order, dropout) is not kept but made again, so going on from here gives the very
/// losses that an unbroken training gives. Written beside and moved into place.
final class TrainingState {

    private static final String WEIGHTS = "state.safetensors";
    private static final String BEST = "best.safetensors";
    private static final String PROGRESS = "state.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// What `state.json` holds.
    ///
    /// @param step    the last step done, from 1
    /// @param lossSum of the epoch's steps so far
    record Progress(String fingerprint, int step, double lossSum, List<EpochRecord> epochs, int bestEpoch) {}

    /// Everything of a state; the tensors are views of its file.
    record Loaded(Progress progress, SafeTensors tensors) implements AutoCloseable {
        @Override
        public void close() {
            tensors.close();
        }
    }

    private final Path folder;
    private final String fingerprint;

    /// @param fingerprint of all that decides the training's course; a state of another is not used
    TrainingState(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }

    /// The state to go on from, if there is one of this very training.
    Optional<Loaded> load() {
        var progressFile = folder.resolve(PROGRESS);
        if (!Files.exists(progressFile)) {
            return Optional.empty();
        }
        try {
            var progress = JSON.readValue(progressFile.toFile(), Progress.class);
            if (!progress.fingerprint.equals(fingerprint)) {
                return Optional.empty();
            }
            return Optional.of(new Loaded(progress, SafeTensors.open(folder.resolve(progress.step + "-" + WEIGHTS))));
        } catch (IOException | CheckpointException e) {
            // Cut off or damaged: starting anew loses time, nothing else.
            return Optional.empty();
        }
    }

    /// Weights of the best epoch.
    SafeTensors best(int epoch) {
        return SafeTensors.open(folder.resolve(epoch + "-" + BEST));
    }

    /// Those of an earlier epoch stay until [#save] says that they are no longer needed.
    void saveBest(int epoch, List<SafeTensorsWriter.Tensor> weights) {
        write(folder.resolve(epoch + "-" + BEST), weights);
    }

    /// The progress file is moved into place last: it names the tensors that belong to it.
    void save(Progress progress, List<SafeTensorsWriter.Tensor> tensors) {
        String name = progress.step + "-" + WEIGHTS;
        write(folder.resolve(name), tensors);
        try {
            var partial = folder.resolve(PROGRESS + ".partial");
            JSON.writeValue(partial.toFile(), progress);
            Files.move(partial, folder.resolve(PROGRESS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannot(e);
        }
        deleteOthers(WEIGHTS, name);
        deleteOthers(BEST, progress.bestEpoch + "-" + BEST);
    }

    private TrainingException cannot(IOException e) {
        return new TrainingException(OfTraining.STATE_NOT_KEPT.with(folder, Told.plain(e.getMessage())), e);
    }

    private void write(Path file, List<SafeTensorsWriter.Tensor> tensors) {
        try {
            Files.createDirectories(folder);
            var partial = folder.resolve(file.getFileName() + ".partial");
            SafeTensorsWriter.write(partial, tensors, Map.of());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private void deleteOthers(String ending, String but) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.endsWith("-" + ending) && !name.equals(but)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /// The training has ended: there is nothing to go on from.
    void forget() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.equals(PROGRESS) || name.endsWith(WEIGHTS) || name.endsWith(BEST)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw cannot(e);
        }
    }
}
