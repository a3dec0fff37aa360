package org.askance.model.geometry;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// How well texts and images of n pairs lie together. Always over embeddings in their own dimension.
///
/// @param pairs            n; every figure depends on it
/// @param alignment        mean squared distance of partners; lower is closer (Wang & Isola 2020, arXiv 2005.10242)
/// @param uniformityText   log mean exp(−2·squared distance) among texts; lower is more spread (same source)
/// @param uniformityImage  the same among images
/// @param modalityGap      distance of the two means (Liang et al. 2022, arXiv 2203.02053)
/// @param matchedCosine    mean cosine of partners
/// @param mismatchedCosine mean cosine of all others
/// @param textToImage      texts looking for their image
/// @param imageToText      images looking for their text
public record AlignmentMeasures(int pairs, double alignment, double uniformityText, double uniformityImage,
        double modalityGap, double matchedCosine, double mismatchedCosine, Retrieval textToImage,
        Retrieval imageToText) {

    /// Where the partner ranks among all n, 1 is first; ties count against us.
    ///
    /// @param recallAt1  share of queries whose partner ranks first
    /// @param recallAt5  … among the first 5
    /// @param recallAt10 … among the first 10
    /// @param mrr        mean of 1 / rank
    public record Retrieval(double recallAt1, double recallAt5, double recallAt10, double medianRank, double mrr) {

        private static Retrieval of(float[][] queries, float[][] candidates) {
            int n = queries.length;
            var ranks = IntStream.range(0, n).parallel().map(i -> {
                double own = Vectors.dot(queries[i], candidates[i]);
                int rank = 1;
                for (int j = 0; j < n; j++) {
                    rank += j != i && Vectors.dot(queries[i], candidates[j]) >= own ? 1 : 0;
                }
                return rank;
            }).sorted().toArray();
            double median = n % 2 == 1 ? ranks[n / 2] : (ranks[n / 2 - 1] + ranks[n / 2]) / 2.0;
            return new Retrieval(within(ranks, 1), within(ranks, 5), within(ranks, 10), median,
                    IntStream.of(ranks).mapToDouble(rank -> 1.0 / rank).average().orElseThrow());
        }

        private static double within(int[] ranks, int k) {
            return (double) IntStream.of(ranks).filter(rank -> rank <= k).count() / ranks.length;
        }
    }

    /// Row i of both belongs to pair i; rows of any length, as they are normalised here. Takes n² products.
    public static AlignmentMeasures of(float[][] texts, float[][] images) {
        int n = texts.length;
        if (n < 2 || images.length != n) {
            throw new IllegalArgumentException("two or more pairs are needed, got " + n + " and " + images.length);
        }
        var x = Vectors.normalised(texts);
        var y = Vectors.normalised(images);
        double distance = 0;
        double matched = 0;
        for (int i = 0; i < n; i++) {
            distance += Vectors.squaredDistance(x[i], y[i]);
            matched += Vectors.dot(x[i], y[i]);
        }
        var meanText = Vectors.mean(x);
        var meanImage = Vectors.mean(y);
        // The sum over all pairs of products is the product of the sums.
        double all = Vectors.dot(meanText, meanImage) * n * n;
        return new AlignmentMeasures(n, distance / n, uniformity(x), uniformity(y),
                Math.sqrt(Vectors.squaredDistance(meanText, meanImage)), matched / n,
                (all - matched) / ((double) n * (n - 1)), Retrieval.of(x, y), Retrieval.of(y, x));
    }

    private static double uniformity(float[][] unit) {
        int n = unit.length;
        double sum = IntStream.range(0, n).parallel().mapToDouble(i -> {
            double row = 0;
            for (int j = i + 1; j < n; j++) {
                row += Math.exp(-2 * Vectors.squaredDistance(unit[i], unit[j]));
            }
            return row;
        }).sum();
        return Math.log(sum / (0.5 * n * (n - 1)));
    }

    /// Share of queries whose nearest candidate, by cosine, belongs to the query's own group.
    ///
    /// @param groups of row i of both, for example its topic
    public static double groupPrecision(float[][] queries, float[][] candidates, List<String> groups) {
        var x = Vectors.normalised(queries);
        var y = Vectors.normalised(candidates);
        long right = IntStream.range(0, x.length).parallel().filter(i -> {
            int nearest = 0;
            double best = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < y.length; j++) {
                double cosine = Vectors.dot(x[i], y[j]);
                if (cosine > best) {
                    best = cosine;
                    nearest = j;
                }
            }
            return Objects.equals(groups.get(i), groups.get(nearest));
        }).count();
        return (double) right / x.length;
    }
}
