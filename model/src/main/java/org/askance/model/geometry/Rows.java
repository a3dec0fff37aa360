package org.askance.model.geometry;

/// Vectors of one dimension that need not be in memory: they are read one by one, from any thread.
public interface Rows {

    int size();

    int dimension();

    /// Copies row `i` into `into`, which has the dimension's length.
    void read(int i, float[] into);

    /// Rows that are in memory.
    static Rows of(float[][] rows) {
        return new Rows() {
            @Override
            public int size() {
                return rows.length;
            }

            @Override
            public int dimension() {
                return rows.length == 0 ? 0 : rows[0].length;
            }

            @Override
            public void read(int i, float[] into) {
                System.arraycopy(rows[i], 0, into, 0, into.length);
            }
        };
    }
}
