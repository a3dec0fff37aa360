package org.askance.model.checkpoint;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Tensors spread over several files that stand beside an index, as Hugging Face writes large checkpoints:
/// `weight_map` names the file of each tensor.
final class ShardedTensors implements TensorFile {

    private final Path index;
    private final Map<String, TensorFile> byName;
    private final Map<String, TensorFile> shards;

    private ShardedTensors(Path index, Map<String, TensorFile> byName, Map<String, TensorFile> shards) {
        this.index = index;
        this.byName = byName;
        this.shards = shards;
    }

    /// @throws CheckpointException if the index or a shard is missing or damaged, or a shard lacks a tensor
    static ShardedTensors open(Path index) {
        var shards = new LinkedHashMap<String, TensorFile>();
        try {
            var byName = new LinkedHashMap<String, TensorFile>();
            for (var entry : new ObjectMapper().readTree(index.toFile()).path("weight_map").properties()) {
                String shard = entry.getValue().asText();
                if (shard.contains("/") || shard.contains("\\") || shard.contains("..")) {
                    throw new CheckpointException(OfCheckpoint.OUTSIDE.with(index, shard));
                }
                if (!Files.isRegularFile(index.resolveSibling(shard))) {
                    throw new CheckpointException(OfCheckpoint.SHARD_MISSING.with(index.resolveSibling(shard), index));
                }
                var file = shards.computeIfAbsent(shard, name -> TensorFiles.openFile(index.resolveSibling(name)));
                if (file.shape(entry.getKey()) == null) {
                    throw new CheckpointException(OfCheckpoint.SHARD_LACKS.with(file.file(), entry.getKey(), index));
                }
                byName.put(entry.getKey(), file);
            }
            if (byName.isEmpty()) {
                throw new CheckpointException(OfCheckpoint.NAMES_NONE.with(index));
            }
            return new ShardedTensors(index, byName, shards);
        } catch (JacksonException e) {
            close(shards);
            throw new CheckpointException(OfCheckpoint.NO_JSON.with(index), e);
        } catch (IOException e) {
            close(shards);
            throw new CheckpointException(OfCheckpoint.UNREADABLE.with(index, Told.plain(e.getMessage())), e);
        } catch (RuntimeException e) {
            close(shards);
            throw e;
        }
    }

    private static void close(Map<String, TensorFile> shards) {
        shards.values().forEach(TensorFile::close);
    }

    @Override
    public Set<String> names() {
        return byName.keySet();
    }

    @Override
    public long @Nullable [] shape(String name) {
        var shard = byName.get(name);
        return shard == null ? null : shard.shape(name);
    }

    @Override
    public FloatBuffer floats(String name) {
        if (!byName.containsKey(name)) {
            throw new CheckpointException(OfCheckpoint.WEIGHT_MISSING.with(name, index));
        }
        return Objects.requireNonNull(byName.get(name)).floats(name);
    }

    @Override
    public Path file() {
        return index;
    }

    @Override
    public void close() {
        close(shards);
    }
}
