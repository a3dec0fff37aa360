package org.askance.storage.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The examples that each annotator did something to, by their id. Guarded as its [Columns] are.
final class People {
    private final Map<Long, long[]> bits = new HashMap<>();

    long[] of(long annotator) {
        return bits.getOrDefault(annotator, new long[0]);
    }

    void put(long annotator, int at, int capacity) {
        Bits.put(bits.computeIfAbsent(annotator, _ -> new long[Bits.words(capacity)]), at, true);
    }

    /// What any but `annotator` did it to, 64 examples from `64 · word`.
    long others(long annotator, int word) {
        long found = 0;
        for (var one : bits.entrySet()) {
            found |= one.getKey() != annotator && word < one.getValue().length ? one.getValue()[word] : 0;
        }
        return found;
    }

    void writeTo(ArrayOutput out) throws IOException {
        out.number(bits.size());
        for (var one : bits.entrySet()) {
            out.number(one.getKey());
            out.longs(one.getValue(), one.getValue().length);
        }
    }

    void readFrom(ArrayInput in) {
        for (long people = in.number(); people > 0; people--) {
            bits.put(in.number(), in.longs());
        }
    }

    void grow(int capacity) {
        bits.replaceAll((_, one) -> Bits.grown(one, capacity));
    }

    void clear(int at) {
        bits.values().forEach(one -> Bits.put(one, at, false));
    }
}
