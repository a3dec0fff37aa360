package org.askance.storage.embedding;

/// Float32 vectors of examples. The arrays are the caller's to keep; nothing else refers to them.
///
/// @param ids example ids, each once
/// @param rows one vector per id, each `dimension` long
public record Vectors(int dimension, long[] ids, float[][] rows) {

    public Vectors {
        if (ids.length != rows.length) {
            throw new IllegalArgumentException(ids.length + " ids for " + rows.length + " vectors");
        }
        for (float[] row : rows) {
            if (row.length != dimension) {
                throw new IllegalArgumentException("a vector of " + row.length + " numbers among " + dimension);
            }
        }
    }

    public int size() {
        return ids.length;
    }
}
