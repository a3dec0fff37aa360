package org.askance.model.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeometryTest {

    /// Two groups of 30 rows of 8 dimensions around opposite corners.
    private static float[][] groups() {
        var random = new Random(1);
        return IntStream.range(0, 60).mapToObj(i -> {
            var row = new float[8];
            for (int k = 0; k < row.length; k++) {
                row[k] = (float) (0.2 * random.nextGaussian());
            }
            row[0] += i < 30 ? 1 : -1;
            return row;
        }).toArray(float[][]::new);
    }

    @Test
    void theFirstComponentIsTheDirectionOfLargestVariance() {
        // Along (3, 4)/5 with deviations −2, −1, 0, 1, 2, and a little across.
        float[][] rows = {{-6, -8, 0}, {-3, -4, 0.1f}, {0, 0, -0.2f}, {3, 4, 0.1f}, {6, 8, 0}};

        var projected = PrincipalComponents.project(rows, 2);

        double[] first = IntStream.range(0, 5).mapToDouble(i -> projected[i][0]).toArray();
        assertThat(first).containsExactly(new double[]{-10, -5, 0, 5, 10}, within(1e-5));
        assertThat(projected[2][1]).isCloseTo(-0.2f, within(1e-4f));
    }

    @Test
    void fewerDimensionsThanComponentsAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.project(new float[][]{{1}}, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void umapKeepsGroupsApartAndIsTheSameTwice() {
        var once = Umap.project(groups(), 7, _ -> {}, () -> false);
        var shares = new ArrayList<Double>();
        var twice = Umap.project(groups(), 7, shares::add, () -> false);

        assertThat(once).isDeepEqualTo(twice);
        assertThat(shares).isNotEmpty().allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        int own = 0;
        for (int i = 0; i < once.length; i++) {
            int of = i;
            int nearest = IntStream.range(0, once.length).filter(j -> j != of).boxed()
                    .min((a, b) -> Double.compare(Vectors.squaredDistance(once[of], once[a]),
                            Vectors.squaredDistance(once[of], once[b])))
                    .orElseThrow();
            own += (i < 30) == (nearest < 30) ? 1 : 0;
        }
        assertThat(own).isEqualTo(60);
    }

    @Test
    void umapStopsWhenAsked() {
        assertThatThrownBy(() -> Umap.project(groups(), 7, _ -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void equalRowsDoNotConfuseUmap() {
        // Texts of a few words repeat: thousands of equal rows are usual.
        var rows = new float[300][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 200 ? new float[]{1, 0, 0} : new float[]{0, 1, i % 3};
        }
        for (var point : Umap.project(rows, 7, _ -> {}, () -> false)) {
            assertThat(point).hasSize(2);
            assertThat(Math.abs(point[0]) + Math.abs(point[1])).isBetween(0f, 1e4f);
        }
    }

    @Test
    void theGraphHoldsTheExactNeighboursInOrder() {
        var unit = Vectors.normalised(groups());
        var graph = NeighbourGraph.of(unit, 5, _ -> {}, () -> false);
        for (int i = 0; i < unit.length; i++) {
            var expected = Neighbours.nearest(unit, i, 5);
            assertThat(graph.rows()[i])
                    .containsExactly(expected.stream().mapToInt(Neighbours.Neighbour::row).toArray());
            assertThat((double) graph.distances()[i][4]).isCloseTo(1 - expected.get(4).cosine(), within(1e-5));
        }
    }

    @Test
    void membershipsOfNeighboursSumToTheLogOfTheirNumber() {
        double[] weights = FuzzyEdges.weights(new float[]{0.1f, 0.2f, 0.25f, 0.4f, 0.5f, 0.6f, 0.7f, 0.9f});
        assertThat(weights[0]).isEqualTo(1);
        assertThat(java.util.Arrays.stream(weights).sum()).isCloseTo(3, within(1e-4));
        assertThat(FuzzyEdges.weights(new float[8])).containsOnly(1);
    }

    @Test
    void neighboursAreTheMostAlikeWithoutOneself() {
        var unit = Vectors.normalised(new float[][]{{1, 0}, {0, 1}, {2, 1}, {-1, 0}});
        assertThat(Neighbours.nearest(unit, 0, 2)).extracting(Neighbours.Neighbour::row).containsExactly(2, 1);
        assertThat(Neighbours.nearest(unit, 0, 9)).hasSize(3).first().satisfies(
                nearest -> assertThat(nearest.cosine()).isCloseTo(2 / Math.sqrt(5), within(1e-6)));
    }

    @Test
    void measuresOfAWorkedExample() {
        // Texts at 0° and 90°, images at 0° and 180°; the second text has its own image and the first at 90°.
        var measures = AlignmentMeasures.of(new float[][]{{2, 0}, {0, 3}}, new float[][]{{1, 0}, {-1, 0}});

        assertThat(measures.pairs()).isEqualTo(2);
        assertThat(measures.alignment()).isCloseTo((0 + 2) / 2.0, within(1e-6));
        assertThat(measures.uniformityText()).isCloseTo(-4, within(1e-6));
        assertThat(measures.uniformityImage()).isCloseTo(-8, within(1e-6));
        assertThat(measures.modalityGap()).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(measures.matchedCosine()).isCloseTo(0.5, within(1e-6));
        assertThat(measures.mismatchedCosine()).isCloseTo(-0.5, within(1e-6));
        // A tie counts against us: the second text ranks its image after the other.
        assertThat(measures.textToImage()).isEqualTo(new AlignmentMeasures.Retrieval(0.5, 1, 1, 1.5, 0.75));
        assertThat(measures.imageToText().recallAt1()).isEqualTo(1);
    }

    @Test
    void groupPrecisionAsksOnlyForTheGroup() {
        float[][] texts = {{1, 0}, {0, 1}};
        float[][] images = {{0, 1}, {1, 0}};
        assertThat(AlignmentMeasures.groupPrecision(texts, images, List.of("food", "food"))).isEqualTo(1);
        assertThat(AlignmentMeasures.groupPrecision(texts, images, List.of("food", "phone"))).isZero();
    }
}
