package org.askance.storage.parquet;

import java.util.List;

/// A column of a Parquet file, or a tree of them. What a row holds for it is told at each kind.
public sealed interface ParquetField {

    String name();

    /// How single values are stored.
    enum Type {
        /// A [String], as UTF-8.
        TEXT,
        /// A [Long].
        INT64,
        /// A [Long], ms since 1970, UTC.
        TIME,
        /// A [Float].
        FLOAT,
        /// A [Double].
        DOUBLE,
        /// A [Boolean].
        BOOLEAN
    }

    /// One value; may be `null` if it is optional.
    record Value(String name, Type type, boolean optional) implements ParquetField {}

    /// A list, never `null`, of what `element` holds; floats may come as `float[]`.
    record ListOf(String name, ParquetField element) implements ParquetField {}

    /// Several fields; a row holds their values as a list, in their order.
    record Group(String name, List<ParquetField> fields) implements ParquetField {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    static Value text(String name) {
        return new Value(name, Type.TEXT, false);
    }

    static Value optional(String name, Type type) {
        return new Value(name, type, true);
    }

    static ListOf floats(String name) {
        return new ListOf(name, new Value("element", Type.FLOAT, false));
    }
}
