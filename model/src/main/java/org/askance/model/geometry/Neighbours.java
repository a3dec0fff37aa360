package org.askance.model.geometry;

import java.util.List;
import java.util.stream.IntStream;

/// Nearest rows by cosine, exact: every row is compared.
public final class Neighbours {

    private Neighbours() {}

    /// @param row    index of a neighbour
    /// @param cosine −1 to 1
    public record Neighbour(int row, double cosine) {}

    /// The `count` rows most like row `of`, itself left out, the nearest first.
    ///
    /// @param unit rows of length 1
    public static List<Neighbour> nearest(float[][] unit, int of, int count) {
        var cosines = new double[unit.length];
        IntStream.range(0, unit.length).parallel().forEach(i -> cosines[i] = Vectors.dot(unit[of], unit[i]));
        return IntStream.range(0, unit.length).filter(i -> i != of).boxed()
                .sorted((a, b) -> Double.compare(cosines[b], cosines[a])).limit(count)
                .map(i -> new Neighbour(i, cosines[i])).toList();
    }
}
