package org.askance.storage.embedding;

/// Vectors of examples: `values[i]` belongs to `examples[i]`; all have the same dimension.
public record Vectors(long[] examples, float[][] values) {

    public Vectors {
        if (examples.length != values.length) {
            throw new IllegalArgumentException(examples.length + " examples, " + values.length + " vectors");
        }
    }

    public int size() {
        return examples.length;
    }
}
