package org.askance.model.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// A safetensors file (<https://github.com/huggingface/safetensors>): eight bytes of header length, a JSON
/// header, then the tensors' bytes, little-endian. Mapped into memory, not read; closing it unmaps it,
/// after which no buffer it gave may be touched. Safe from any thread.
public final class SafeTensors implements TensorFile {

    // The format's own limit; it also keeps a damaged length from taking all memory.
    private static final long MOST_HEADER_BYTES = 100_000_000;
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final String METADATA = "__metadata__";
    private static final ObjectMapper HEADER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Entry(String type, long[] shape, long begin, long end) {}

    private final Path file;
    private final Arena arena;
    private final MemorySegment data;
    private final Map<String, Entry> entries;
    private final Map<String, String> metadata;

    private SafeTensors(Path file, Arena arena, MemorySegment data, Map<String, Entry> entries,
            Map<String, String> metadata) {
        this.file = file;
        this.arena = arena;
        this.data = data;
        this.entries = entries;
        this.metadata = metadata;
    }

    /// Maps `file` and checks its header against its length, by the rules of the reference reader.
    ///
    /// @throws CheckpointException if it is missing, cut short, or not of this format
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    public static SafeTensors open(Path file) {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(file)) {
            var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (all.byteSize() < 8) {
                throw damaged(file, OfCheckpoint.HEADER_SHORT.with());
            }
            long length = all.get(LENGTH, 0);
            if (length < 2 || length > MOST_HEADER_BYTES || 8 + length > all.byteSize()) {
                throw damaged(file, OfCheckpoint.HEADER_LENGTH.with());
            }
            var data = all.asSlice(8 + length);
            var header = HEADER.readTree(all.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE));
            if (!header.isObject()) {
                throw damaged(file, OfCheckpoint.HEADER_NO_JSON.with());
            }
            return new SafeTensors(file, arena, data, entries(file, header, data.byteSize()), metadata(file, header));
        } catch (JsonProcessingException e) {
            arena.close();
            throw damaged(file, e.getOriginalMessage().startsWith("Duplicate")
                    ? OfCheckpoint.HEADER_TWICE.with()
                    : OfCheckpoint.HEADER_NO_JSON.with());
        } catch (IOException e) {
            arena.close();
            throw new CheckpointException(OfCheckpoint.WEIGHTS_UNREADABLE.with(file, Told.plain(e.getMessage())), e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static Map<String, String> metadata(Path file, JsonNode header) {
        var metadata = new LinkedHashMap<String, String>();
        for (var entry : header.path(METADATA).properties()) {
            if (!entry.getValue().isTextual()) {
                throw damaged(file, OfCheckpoint.HEADER_NO_TEXT.with());
            }
            metadata.put(entry.getKey(), entry.getValue().asText());
        }
        return metadata;
    }

    private static Map<String, Entry> entries(Path file, JsonNode header, long bytes) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var field : header.properties()) {
            if (!METADATA.equals(field.getKey())) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue()));
            }
        }
        checkPlaces(file, entries, bytes);
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node) {
        var shape = new long[node.path("shape").size()];
        Arrays.setAll(shape, i -> node.path("shape").path(i).asLong(-1));
        var offsets = node.path("data_offsets");
        var entry = new Entry(node.path("dtype").asText(), shape, offsets.path(0).asLong(-1),
                offsets.path(1).asLong(-1));
        long size = bytesEach(entry.type);
        if (size < 0) {
            throw damaged(file, OfCheckpoint.TYPE_UNKNOWN.with(name, entry.type));
        }
        for (long edge : shape) {
            size = edge < 0 || size < 0 || (edge > 0 && size > Long.MAX_VALUE / edge) ? -1 : size * edge;
        }
        if (!node.path("shape").isArray() || offsets.size() != 2 || entry.begin < 0 || size < 0
                || entry.end - entry.begin != size) {
            throw damaged(file, OfCheckpoint.PLACE_OTHER_SHAPE.with(name));
        }
        return entry;
    }

    /// Every byte belongs to one tensor: whoever hides others between them is up to something.
    private static void checkPlaces(Path file, Map<String, Entry> entries, long bytes) {
        var inOrder = entries.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Entry>>comparingLong(one -> one.getValue().begin)
                        .thenComparingLong(one -> one.getValue().end))
                .toList();
        long end = 0;
        for (var one : inOrder) {
            if (one.getValue().end > bytes) {
                throw damaged(file, OfCheckpoint.PLACE_OUTSIDE.with(one.getKey()));
            }
            if (one.getValue().begin != end) {
                throw damaged(file, one.getValue().begin < end
                        ? OfCheckpoint.PLACES_OVERLAP.with(one.getKey())
                        : OfCheckpoint.BYTES_BEFORE.with(one.getKey()));
            }
            end = one.getValue().end;
        }
        if (end != bytes) {
            throw damaged(file, OfCheckpoint.BYTES_AT_END.with());
        }
    }

    private static int bytesEach(String type) {
        return switch (type) {
            case "F64", "I64" -> 8;
            case "F32", "I32" -> 4;
            case "F16", "BF16" -> 2;
            case "U8", "I8", "BOOL" -> 1;
            default -> -1;
        };
    }

    private static CheckpointException damaged(Path file, Told how) {
        return new CheckpointException(OfCheckpoint.WEIGHTS_DAMAGED.with(file, how));
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public Path file() {
        return file;
    }

    /// What the writer said about the file.
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public long @Nullable [] shape(String name) {
        var entry = entries.get(name);
        return entry == null ? null : entry.shape.clone();
    }

    @Override
    public FloatBuffer floats(String name) {
        var entry = entry(name);
        var bytes = data.asSlice(entry.begin, entry.end - entry.begin).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return switch (entry.type) {
            case "F32", "F64", "F16", "BF16" -> NumberType.valueOf(entry.type).floats(bytes);
            default -> throw new CheckpointException(OfCheckpoint.NO_FLOATS.with(name, file, entry.type));
        };
    }

    /// The values of an int64 tensor, a view of the file.
    public LongBuffer longs(String name) {
        var entry = entry(name);
        if (!"I64".equals(entry.type)) {
            throw new CheckpointException(OfCheckpoint.NO_INTEGERS.with(name, file, entry.type));
        }
        return data.asSlice(entry.begin, entry.end - entry.begin).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
    }

    private Entry entry(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new CheckpointException(OfCheckpoint.WEIGHT_MISSING.with(name, file));
        }
        return entry;
    }

    /// The file's weights for a network, every one accounted for.
    ///
    /// @param unused names that may stand in the file though the network has no use for them
    /// @throws CheckpointException naming every weight that is missing, extra, or of another shape
    public void check(List<org.askance.model.block.WeightSpec> specs, Set<String> unused) {
        var problems = new java.util.ArrayList<Told>();
        var extra = new java.util.LinkedHashSet<>(names());
        extra.removeAll(unused);
        for (var spec : specs) {
            var shape = shape(spec.name());
            extra.remove(spec.name());
            if (shape == null) {
                problems.add(OfCheckpoint.IS_MISSING.with(spec.name()));
            } else if (!Arrays.equals(shape, spec.shape().getShape())) {
                problems.add(OfCheckpoint.IS_INSTEAD.with(spec.name(), Arrays.toString(shape),
                        Arrays.toString(spec.shape().getShape())));
            }
        }
        extra.forEach(name -> problems.add(OfCheckpoint.BELONGS_NOWHERE.with(name)));
        if (!problems.isEmpty()) {
            throw Misfit.of(file, problems);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
