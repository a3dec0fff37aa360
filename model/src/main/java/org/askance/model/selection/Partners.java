package org.askance.model.selection;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.askance.model.geometry.Rows;
import org.askance.model.geometry.Vectors;

/// Pairs whose text and picture lie apart in the network's common space.
public final class Partners {

    private Partners() {}

    /// Indices, the lowest cosine of partners first; of equals the one that stands first.
    ///
    /// @param texts  row i of both belongs to pair i; of any length
    /// @param images the same
    public static int[] farthestFirst(Rows texts, Rows images) {
        var cosines = IntStream.range(0, texts.size()).parallel().mapToDouble(i -> cosine(texts, images, i)).toArray();
        return IntStream.range(0, cosines.length).boxed().sorted(Comparator.comparingDouble(i -> cosines[i]))
                .mapToInt(i -> i).toArray();
    }

    private static double cosine(Rows texts, Rows images, int i) {
        var x = new float[texts.dimension()];
        var y = new float[images.dimension()];
        texts.read(i, x);
        images.read(i, y);
        double lengths = Math.sqrt(Vectors.dot(x, x) * Vectors.dot(y, y));
        return lengths == 0 ? 0 : Vectors.dot(x, y) / lengths;
    }
}
