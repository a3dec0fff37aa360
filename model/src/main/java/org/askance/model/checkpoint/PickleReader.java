package org.askance.model.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.told.OfCheckpoint;
import org.jspecify.annotations.Nullable;

/// Reads the pickle inside a `pytorch_model.bin`: a dictionary of tensors. A pickle can name any Python
/// function; this reader knows six names, none of which does anything, and refuses every other.
final class PickleReader {

    /// A tensor as the pickle describes it, in elements.
    record Tensor(String storage, NumberType type, long offset, long[] shape, long[] strides) {}

    private record Global(String name) {}

    private record Storage(String key, NumberType type) {}

    private static final Object MARK = new Object();
    private static final Object NONE = new Object();

    private final Path file;
    private final ByteBuffer in;
    private final ArrayDeque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    PickleReader(Path file, ByteBuffer in) {
        this.file = file;
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Every tensor by name; what is no tensor is left out.
    ///
    /// @throws CheckpointException naming what the pickle asks for that is refused
    Map<String, Tensor> read() {
        Object top;
        try {
            top = run();
        } catch (BufferUnderflowException | ClassCastException | java.util.NoSuchElementException
                | IndexOutOfBoundsException e) {
            throw new CheckpointException(OfCheckpoint.PICKLE_DAMAGED.with(file), e);
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        if (top instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name instanceof String text && value instanceof Tensor tensor) {
                    tensors.put(text, tensor);
                }
            });
        }
        if (tensors.isEmpty()) {
            throw new CheckpointException(OfCheckpoint.NO_TENSORS.with(file));
        }
        return tensors;
    }

    private Object run() {
        while (true) {
            int code = in.get() & 0xff;
            switch (code) {
                case 0x80 -> in.get(); // PROTO
                case '}' -> stack.push(new LinkedHashMap<>());
                case ']' -> stack.push(new ArrayList<>());
                case ')' -> stack.push(List.of());
                case '(' -> stack.push(MARK);
                case 'N' -> stack.push(NONE);
                case 0x88 -> stack.push(true);
                case 0x89 -> stack.push(false);
                case 'J' -> stack.push((long) in.getInt());
                case 'K' -> stack.push((long) (in.get() & 0xff));
                case 'M' -> stack.push((long) Short.toUnsignedInt(in.getShort()));
                case 0x8a -> stack.push(number(in.get() & 0xff));
                case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
                case 'X' -> stack.push(text(in.getInt()));
                case 0x8c -> stack.push(text(in.get() & 0xff));
                case 'c' -> stack.push(new Global(line() + "." + line()));
                case 'q' -> memo.put(in.get() & 0xff, stack.getFirst());
                case 'r' -> memo.put(in.getInt(), stack.getFirst());
                case 'h' -> stack.push(remembered(in.get() & 0xff));
                case 'j' -> stack.push(remembered(in.getInt()));
                case 't' -> tuple(marked());
                case 0x85 -> tuple(last(1));
                case 0x86 -> tuple(last(2));
                case 0x87 -> tuple(last(3));
                case 'Q' -> stack.push(storage((List<?>) stack.pop()));
                case 'R' -> reduce();
                case 'b' -> stack.pop(); // BUILD: attributes of the dictionary, such as _metadata
                case 's' -> put(last(2));
                case 'u' -> put(marked());
                case 'a' -> add(last(1));
                case 'e' -> add(marked());
                case '.' -> {
                    return stack.pop();
                }
                default -> throw refused("the instruction 0x" + Integer.toHexString(code));
            }
        }
    }

    private long number(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long next = in.get();
            value |= (i == bytes - 1 ? next : next & 0xff) << (8 * i);
        }
        return value;
    }

    private String text(int bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var text = new byte[bytes];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private String line() {
        var text = new StringBuilder();
        for (int c = in.get(); c != '\n'; c = in.get()) {
            text.append((char) c);
        }
        return text.toString();
    }

    private Object remembered(int place) {
        var value = memo.get(place);
        if (value == null) {
            throw new IndexOutOfBoundsException(place);
        }
        return value;
    }

    private List<Object> marked() {
        var values = new ArrayList<Object>();
        for (var value = stack.pop(); !MARK.equals(value); value = stack.pop()) {
            values.addFirst(value);
        }
        return values;
    }

    private List<Object> last(int count) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            values.addFirst(stack.pop());
        }
        return values;
    }

    private void tuple(List<Object> values) {
        stack.push(values);
    }

    @SuppressWarnings("unchecked") // only this reader makes them
    private void put(List<Object> values) {
        if (stack.getFirst() instanceof Map<?, ?> map) {
            for (int i = 0; i + 1 < values.size(); i += 2) {
                ((Map<Object, Object>) map).put(values.get(i), values.get(i + 1));
            }
        }
    }

    @SuppressWarnings("unchecked") // only this reader makes them
    private void add(List<Object> values) {
        ((List<Object>) stack.getFirst()).addAll(values);
    }

    /// `('storage', type, key, device, count)`.
    private Storage storage(List<?> id) {
        var type = id.get(1) instanceof Global global ? type(global.name) : null;
        if (type == null || !(id.get(2) instanceof String key)) {
            throw refused("a storage of " + id.get(1));
        }
        return new Storage(key, type);
    }

    private static @Nullable NumberType type(String name) {
        return switch (name) {
            case "torch.FloatStorage" -> NumberType.F32;
            case "torch.DoubleStorage" -> NumberType.F64;
            case "torch.HalfStorage" -> NumberType.F16;
            case "torch.BFloat16Storage" -> NumberType.BF16;
            // Positions and counters: known by name, never used as weights.
            case "torch.LongStorage" -> NumberType.F64;
            default -> null;
        };
    }

    private void reduce() {
        var arguments = (List<?>) stack.pop();
        var called = stack.pop();
        String name = called instanceof Global global ? global.name : String.valueOf(called);
        stack.push(switch (name) {
            case "collections.OrderedDict" -> new LinkedHashMap<>();
            case "torch._utils._rebuild_tensor_v2" -> {
                var storage = (Storage) arguments.get(0);
                yield new Tensor(storage.key, storage.type, (Long) arguments.get(1), longs(arguments.get(2)),
                        longs(arguments.get(3)));
            }
            // A parameter is its tensor.
            case "torch._utils._rebuild_parameter" -> arguments.get(0);
            default -> throw refused(name);
        });
    }

    private static long[] longs(Object list) {
        return ((List<?>) list).stream().mapToLong(value -> (Long) value).toArray();
    }

    private CheckpointException refused(String what) {
        return new CheckpointException(OfCheckpoint.NOT_RUN.with(file, what));
    }
}
