package org.askance.model.selection;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.askance.model.geometry.Vectors;

/// Pairs whose text and picture lie apart in the network's common space.
public final class Partners {

    private Partners() {}

    /// Indices, the lowest cosine of partners first; of equals the one that stands first.
    ///
    /// @param texts  row i of both belongs to pair i; of any length
    /// @param images the same
    public static int[] farthestFirst(float[][] texts, float[][] images) {
        var x = Vectors.normalised(texts);
        var y = Vectors.normalised(images);
        var cosines = IntStream.range(0, x.length).parallel().mapToDouble(i -> Vectors.dot(x[i], y[i])).toArray();
        return IntStream.range(0, x.length).boxed().sorted(Comparator.comparingDouble(i -> cosines[i]))
                .mapToInt(i -> i).toArray();
    }
}
