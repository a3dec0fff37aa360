package org.askance.storage.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column while its row group is gathered: levels and plainly encoded values.
final class Leaf {

    private final List<String> path;
    private final ParquetField.Type type;
    private final int maxRepetition;
    private final int maxDefinition;
    private final Levels repetition = new Levels();
    private final Levels definition = new Levels();
    private final PageBytes values = new PageBytes();
    private int count;
    private int bits;
    private int bitCount;

    /// @param maxRepetition how many lists are around it
    /// @param maxDefinition how many of the fields on its path may be absent
    Leaf(List<String> path, ParquetField.Type type, int maxRepetition, int maxDefinition) {
        this.path = List.copyOf(path);
        this.type = type;
        this.maxRepetition = maxRepetition;
        this.maxDefinition = maxDefinition;
    }

    List<String> path() {
        return path;
    }

    ParquetField.Type type() {
        return type;
    }

    /// How many values, absent ones among them, were added since the last page.
    int count() {
        return count;
    }

    int bytes() {
        return values.size();
    }

    /// @param value `null` if something on its path is absent
    void add(int repetitionLevel, int definitionLevel, @Nullable Object value) {
        repetition.add(repetitionLevel);
        definition.add(definitionLevel);
        count++;
        if (value != null) {
            put(value);
        }
    }

    private void put(Object value) {
        switch (type) {
            case TEXT -> {
                byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
                values.putInt(utf8.length);
                values.put(utf8);
            }
            case INT64, TIME -> values.putLong((Long) value);
            case FLOAT -> values.putInt(Float.floatToIntBits((Float) value));
            case DOUBLE -> values.putLong(Double.doubleToLongBits((Double) value));
            case BOOLEAN -> {
                bits |= ((Boolean) value ? 1 : 0) << bitCount++;
                if (bitCount == Byte.SIZE) {
                    values.put(bits);
                    bits = 0;
                    bitCount = 0;
                }
            }
        }
    }

    /// Everything added, as the body of one page; the leaf is empty again.
    byte[] page() {
        if (bitCount > 0) {
            values.put(bits);
            bits = 0;
            bitCount = 0;
        }
        var page = new PageBytes();
        if (maxRepetition > 0) {
            repetition.drainTo(page);
        } else {
            repetition.drainTo(new PageBytes());
        }
        if (maxDefinition > 0) {
            definition.drainTo(page);
        } else {
            definition.drainTo(new PageBytes());
        }
        page.put(values.drain());
        count = 0;
        return page.drain();
    }
}
