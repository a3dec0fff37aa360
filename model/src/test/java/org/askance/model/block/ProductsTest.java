package org.askance.model.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Both libraries that multiply matrices give the same layers and the same gradients.
class ProductsTest {

    private static final Compute COMPUTE = Compute.start();
    private static final int WIDTH = 48;

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private static NDArray[] arguments(NDManager scope, boolean attends) {
        Engine.getInstance().setRandomSeed(5);
        var arguments = new ArrayList<NDArray>(List.of(scope.randomNormal(new Shape(3, 7, WIDTH))));
        if (attends) {
            arguments.add(scope.randomNormal(new Shape(3, 5, WIDTH)));
        }
        for (int edge : attends ? new int[]{WIDTH, WIDTH, WIDTH, WIDTH} : new int[]{4 * WIDTH, WIDTH}) {
            int in = !attends && edge == WIDTH ? 4 * WIDTH : WIDTH;
            arguments.add(scope.randomNormal(new Shape(edge, in)).mul(0.1));
            arguments.add(scope.randomNormal(new Shape(edge)));
        }
        arguments.add(scope.ones(new Shape(WIDTH)));
        arguments.add(scope.zeros(new Shape(WIDTH)));
        if (attends) {
            arguments.add(scope.zeros(new Shape(4)));
        }
        return arguments.toArray(NDArray[]::new);
    }

    /// The result of `method`, then the gradients of a sum of it in all arguments but the heads' count.
    private static List<float[]> withGradients(Products products, String method, boolean attends) {
        return COMPUTE.call(scope -> {
            var ops = NetworkOps.load(scope, 0, Precision.FLOAT32, products);
            var arguments = arguments(scope, attends);
            var weights = scope.randomNormal(new Shape(3, 7, WIDTH));
            var results = new ArrayList<float[]>();
            var learnt = Arrays.copyOf(arguments, arguments.length - (attends ? 1 : 0));
            Arrays.stream(learnt).forEach(argument -> argument.setRequiresGradient(true));
            try (var gradients = scope.getEngine().newGradientCollector()) {
                var y = ops.call(method, arguments);
                results.add(y.toFloatArray());
                gradients.backward(y.mul(weights).sum());
            }
            for (var argument : learnt) {
                results.add(argument.getGradient().toFloatArray());
            }
            return results;
        });
    }

    private static float[] without(Products products, String method, boolean attends) {
        return COMPUTE.call(scope -> NetworkOps.load(scope, 0.1, Precision.FLOAT32, products)
                .call(method, arguments(scope, attends)).toFloatArray());
    }

    @Test
    void layersAndGradientsAreTheSame() {
        assumeTrue(COMPUTE.call(Products::oneDnnIsIn));
        for (var method : List.of("post_attend_free", "post_feed")) {
            boolean attends = method.contains("attend");
            var one = withGradients(Products.TORCH, method + "_train", attends);
            var other = withGradients(Products.ONEDNN, method + "_train", attends);
            assertThat(other).hasSameSizeAs(one);
            for (int i = 0; i < one.size(); i++) {
                assertThat(other.get(i)).as(method + " " + i).containsExactly(one.get(i), within(1e-4f));
            }
            assertThat(without(Products.ONEDNN, method, attends))
                    .containsExactly(without(Products.TORCH, method, attends), within(1e-4f));
        }
    }

    @Test
    void aPropertyDecidesForTheCpu() {
        assumeTrue(COMPUTE.call(Products::oneDnnIsIn));
        var before = System.getProperty("askance.onednn");
        try {
            for (var products : Products.values()) {
                System.setProperty("askance.onednn", Boolean.toString(products == Products.ONEDNN));
                assertThat(COMPUTE.<Products, RuntimeException>call(Products::on)).isEqualTo(products);
            }
        } finally {
            if (before == null) {
                System.clearProperty("askance.onednn");
            } else {
                System.setProperty("askance.onednn", before);
            }
        }
    }
}
