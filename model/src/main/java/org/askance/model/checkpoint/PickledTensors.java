package org.askance.model.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// A `pytorch_model.bin` as `torch.save` writes it since 1.6: a zip of stored (not compressed) entries, one
/// pickle that names the tensors and one entry of raw numbers per storage. Mapped into memory, not read. The
/// pickle is never run: [PickleReader] understands tensors and containers and refuses everything else.
final class PickledTensors implements TensorFile {

    private final Path file;
    private final Arena arena;
    private final Map<String, PickleReader.Tensor> tensors;
    private final Map<String, MemorySegment> storages;

    private PickledTensors(Path file, Arena arena, Map<String, PickleReader.Tensor> tensors,
            Map<String, MemorySegment> storages) {
        this.file = file;
        this.arena = arena;
        this.tensors = tensors;
        this.storages = storages;
    }

    /// @throws CheckpointException if it is missing, cut short, of an older format, or holds more than tensors
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    static PickledTensors open(Path file) {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(file)) {
            var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var entries = StoredZip.entries(file, all);
            var pickle = entries.entrySet().stream().filter(entry -> entry.getKey().endsWith("/data.pkl")).findFirst()
                    .orElseThrow(() -> new CheckpointException(OfCheckpoint.NO_PICKLE.with(file)));
            String root = pickle.getKey().substring(0, pickle.getKey().length() - "data.pkl".length());
            var storages = new LinkedHashMap<String, MemorySegment>();
            entries.forEach((name, segment) -> {
                if (name.startsWith(root + "data/")) {
                    storages.put(name.substring(root.length() + "data/".length()), segment);
                }
            });
            var tensors = new PickleReader(file, pickle.getValue().asByteBuffer()).read();
            tensors.forEach((name, tensor) -> check(file, name, tensor, storages));
            return new PickledTensors(file, arena, tensors, storages);
        } catch (IOException e) {
            arena.close();
            throw new CheckpointException(OfCheckpoint.WEIGHTS_UNREADABLE.with(file, Told.plain(e.getMessage())), e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static void check(Path file, String name, PickleReader.Tensor tensor,
            Map<String, MemorySegment> storages) {
        var storage = storages.get(tensor.storage());
        long count = Arrays.stream(tensor.shape()).reduce(1, Math::multiplyExact);
        if (storage == null || tensor.offset() < 0
                || (tensor.offset() + count) * tensor.type().bytes() > storage.byteSize()) {
            throw new CheckpointException(OfCheckpoint.POINTS_OUTSIDE.with(file, name));
        }
        long expected = 1;
        for (int i = tensor.shape().length - 1; i >= 0; i--) {
            if (tensor.shape()[i] != 1 && tensor.strides()[i] != expected) {
                throw new CheckpointException(OfCheckpoint.OUT_OF_ORDER.with(name, file));
            }
            expected *= tensor.shape()[i];
        }
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public long @Nullable [] shape(String name) {
        var tensor = tensors.get(name);
        return tensor == null ? null : tensor.shape().clone();
    }

    @Override
    public FloatBuffer floats(String name) {
        var tensor = tensors.get(name);
        var storage = tensor == null ? null : storages.get(tensor.storage());
        if (tensor == null || storage == null) {
            throw new CheckpointException(OfCheckpoint.WEIGHT_MISSING.with(name, file));
        }
        long count = Arrays.stream(tensor.shape()).reduce(1, Math::multiplyExact);
        int each = tensor.type().bytes();
        ByteBuffer bytes = storage.asSlice(tensor.offset() * each, count * each).asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        return tensor.type().floats(bytes);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        arena.close();
    }
}
