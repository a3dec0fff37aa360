package org.askance.model.block;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScriptedOpsTest {

    private static final Compute COMPUTE = Compute.start();

    private static final String METHODS = """
              def cube(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.mul(torch.mul(x, x), x)
              def scale(self: __torch__.Ops, xs: List[Tensor], factor: float) -> NoneType:
                torch._foreach_mul_(xs, factor)
                return None
            """;

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @Test
    void gradientsFlowThroughAMethod() {
        COMPUTE.run(scope -> {
            var ops = ScriptedOps.load(scope, METHODS);
            var x = scope.create(new float[]{1, 2, -3});
            x.setRequiresGradient(true);
            try (var gradients = scope.getEngine().newGradientCollector()) {
                gradients.backward(ops.call("cube", x).sum());
            }
            assertThat(x.getGradient().toFloatArray()).containsExactly(3, 12, 27);
        });
    }

    @Test
    void aMethodTakesListsAndNumbersAndChangesTensorsInPlace() {
        COMPUTE.run(scope -> {
            var ops = ScriptedOps.load(scope, METHODS);
            var x = scope.create(new float[]{1, 2});
            try (var list = IValue.listFrom((PtNDArray) x);
                    var factor = IValue.from(3.0);
                    var _ = ops.run("scale", list, factor)) {
                assertThat(x.toFloatArray()).containsExactly(3, 6);
            }
        });
    }
}
