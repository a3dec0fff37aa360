package org.askance.model.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.askance.model.geometry.Rows;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final int[] NONE = {};

    /// Unit vectors at these angles, in degrees.
    private static float[][] angles(double... degrees) {
        return Arrays.stream(degrees).map(Math::toRadians)
                .mapToObj(a -> new float[]{(float) Math.cos(a), (float) Math.sin(a)}).toArray(float[][]::new);
    }

    private static float[][] random(int n, int d, long seed) {
        var random = new Random(seed);
        var rows = new float[n][d];
        for (var row : rows) {
            for (int k = 0; k < d; k++) {
                row[k] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    @Test
    void theFarthestFromAllBeforeComesNext() {
        // From 0° the farthest is 170°, then 80° (80 from 0°, 90 from 170°), then 120° (40 from 80°).
        assertThat(KCentre.order(angles(0, 10, 80, 170, 120), new int[]{0}, _ -> {}, () -> false))
                .containsExactly(3, 2, 4, 1);
        assertThat(KCentre.order(angles(0, 10, 80, 170, 120), new int[]{0, 3, 2}, _ -> {}, () -> false))
                .containsExactly(4, 1);
    }

    @Test
    void withNothingTakenTheMostCentralIsFirst() {
        assertThat(KCentre.order(angles(0, 80, 40), NONE, _ -> {}, () -> false)[0]).isEqualTo(2);
        assertThat(KCentre.order(new float[0][], NONE, _ -> {}, () -> false)).isEmpty();
        assertThat(KCentre.order(angles(0), new int[]{0}, _ -> {}, () -> false)).isEmpty();
    }

    @Test
    void greedyAgreesWithTheDefinitionOnRandomRows() {
        var rows = random(300, 8, 1);
        int[] order = KCentre.order(rows, NONE, _ -> {}, () -> false);
        assertThat(order).hasSize(300).doesNotHaveDuplicates();
        for (int k = 1; k < 20; k++) {
            var before = Arrays.copyOf(order, k);
            double next = 1 - IntStream.of(before).mapToDouble(c -> cosine(rows[c], rows[order[before.length]]))
                    .max().orElseThrow();
            assertThat(next).isCloseTo(KCentre.radius(rows, before), within(1e-5));
        }
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }

    @Test
    void workIsBoundedAndCanBeStopped() {
        assertThat(KCentre.most(6_000)).isEqualTo(6_000);
        assertThat(KCentre.most(100_000)).isEqualTo(2_000);
        assertThat(Typicality.sample(100_000)).isEqualTo(2_000);
        assertThat(Typicality.sample(1_000_000)).isEqualTo(200);
        assertThatThrownBy(() -> KCentre.order(random(50, 4, 2), NONE, _ -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Typicality.order(random(50, 4, 2), _ -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theTypicalOfEachClusterComeFirstAndOutliersLast() {
        // Two dense groups and one row far from both.
        var rows = angles(0, 1, 2, 3, 4, 90, 91, 92, 93, 200);
        int[] order = Typicality.order(rows, _ -> {}, () -> false);
        assertThat(order).hasSize(10).doesNotHaveDuplicates();
        // The largest cluster holds rows 5 to 9, the others 2 to 4, and 0 and 1.
        assertThat(order[0]).isBetween(5, 8);
        assertThat(order[1]).isBetween(0, 4);
        assertThat(order[9]).isEqualTo(9);
        assertThat(Typicality.inTurn(new float[]{1, 3, 2, 9, 5}, new int[]{0, 0, 0, 1, 1}))
                .containsExactly(1, 3, 2, 4, 0);
    }

    @Test
    void aLabelIsSuspectWhereAnotherClassIsBelievedAsMuchAsUsual() {
        int[] labels = {0, 0, 0, 1, 1, 1, -1};
        float[][] p = {{0.9f, 0.1f}, {0.8f, 0.2f}, {0.1f, 0.9f}, {0.2f, 0.8f}, {0.3f, 0.7f}, {0.65f, 0.35f},
                {0, 1}};
        // Thresholds by hand: class 0 (0.9 + 0.8 + 0.1) / 3 = 0.6; class 1 (0.8 + 0.7 + 0.35) / 3 = 0.6167.
        assertThat(LabelErrors.thresholds(labels, p, 2)[0]).isCloseTo(0.6, within(1e-6));
        assertThat(LabelErrors.thresholds(labels, p, 2)[1]).isCloseTo(0.616667, within(1e-5));
        var suspects = LabelErrors.rank(labels, p);
        assertThat(suspects).extracting(LabelErrors.Suspect::row).containsExactly(2, 5);
        assertThat(suspects).extracting(LabelErrors.Suspect::better).containsExactly(1, 0);
        assertThat(suspects[0].margin()).isCloseTo(-0.8, within(1e-6));
        assertThat(suspects[1].margin()).isCloseTo(-0.3, within(1e-6));
    }

    @Test
    void plantedErrorsAreFound() {
        var random = new Random(4);
        var labels = new int[1_000];
        var p = new float[1_000][];
        for (int i = 0; i < labels.length; i++) {
            int truth = random.nextInt(3);
            p[i] = new float[]{0.1f, 0.1f, 0.1f};
            p[i][truth] = 0.8f;
            labels[i] = i < 50 ? (truth + 1) % 3 : truth;
        }
        assertThat(LabelErrors.rank(labels, p)).extracting(LabelErrors.Suspect::row)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
        assertThat(LabelErrors.rank(new int[0], new float[0][])).isEmpty();
    }

    @Test
    void headsContradictWhereTheirLabelsSeldomMeet() {
        // 0/0 eight times, 1/1 eight times; 0/1 and 1/0 never.
        var first = new int[16];
        Arrays.fill(first, 8, 16, 1);
        var association = OddCombinations.association(first, first, 2, 2);
        // (8 + 1) of 20, each class 10 of 20: log(9 · 20 / 100) and log(1 · 20 / 100).
        assertThat(association[0][0]).isCloseTo(Math.log(1.8), within(1e-12));
        assertThat(association[0][1]).isCloseTo(Math.log(0.2), within(1e-12));
        float[][] one = {{1, 0}, {0.6f, 0.4f}, {1, 0}, {}, {0.1f, 0.9f}};
        float[][] two = {{1, 0}, {0.4f, 0.6f}, {0, 1}, {0, 1}, {0.9f, 0.1f}};
        assertThat(OddCombinations.order(one, two, association)).containsExactly(2, 4, 1);
    }

    @Test
    void partnersFarApartComeFirst() {
        assertThat(Partners.farthestFirst(Rows.of(angles(0, 0, 0)), Rows.of(angles(10, 90, 45)))).containsExactly(1, 2,
                0);
    }
}
