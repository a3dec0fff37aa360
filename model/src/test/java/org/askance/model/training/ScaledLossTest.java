package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.askance.model.block.Losses;
import org.askance.model.block.Pass;
import org.askance.model.block.WeightSpec;
import org.askance.model.block.Weights;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.Test;

/// What a loss is scaled by is still there when its gradients go back, whatever Java frees in between.
class ScaledLossTest {

    private static final Cleaner CLEANER = Cleaner.create();

    @Test
    void gradientsAreRightWhenJavaCollectsBetweenForwardAndBackward() {
        try (var compute = Compute.start()) {
            compute.run(scope -> {
                var spec = new WeightSpec("w", new Shape(8), new WeightSpec.Start.Constant(2));
                var weights = Weights.random(scope.newSubManager(), List.of(spec), 0);
                var pass = Pass.over(scope, weights, 0);
                var weight = weights.get("w");
                weight.setRequiresGradient(true);
                Backward.of(() -> {
                    var scaled = Losses.scale(pass, weight.sum(), 0.25);
                    collect();
                    return scaled;
                });
                assertThat(weight.getGradient().toFloatArray()).containsOnly(0.25f);
            });
        }
    }

    /// Returns when Java has freed what was not held, and once more for what that released.
    private static void collect() {
        for (int round = 0; round < 2; round++) {
            var freed = new CountDownLatch(1);
            CLEANER.register(new Object(), freed::countDown);
            try {
                do {
                    System.gc();
                } while (!freed.await(50, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
