package org.askance.model.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.askance.model.block.ScriptedOps;
import org.askance.model.block.Values;

/// Adam with decoupled weight decay (Loshchilov & Hutter 2017, arXiv 1711.05101) and clipping by the
/// global norm of all gradients, run by PyTorch's fused kernel. No decay on vectors: biases and norms.
/// Tensor thread only; a weight that has received no gradient yet is left alone.
final class AdamW {

    private static final String METHODS = """
              def clip(self: __torch__.Ops, gradients: List[Tensor], most: float) -> Tensor:
                norm = torch.norm(torch.stack(torch._foreach_norm(gradients, 2)), 2)
                torch._foreach_mul_(gradients, torch.clamp_max(torch.mul(torch.reciprocal(torch.add(norm, 9.9999999999999995e-07)), most), 1.))
                return norm
              def update(self: __torch__.Ops, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, decay: float) -> NoneType:
                torch._foreach_add_(steps, 1)
                torch._fused_adamw_(weights, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=0.90000000000000002, beta2=0.999, weight_decay=decay, eps=1e-08, amsgrad=False, maximize=False)
                torch._foreach_zero_(gradients)
                return None
            """;

    private static final String MEAN = "optimizer.mean.";
    private static final String SQUARE = "optimizer.square.";
    private static final String STEP = "optimizer.step.";

    private final ScriptedOps ops;
    private final List<State> states = new ArrayList<>();
    private final double weightDecay;
    private final double clipNorm;

    private record State(NDArray weight, NDArray mean, NDArray square, NDArray step, boolean decays) {}

    private record Step(State state, PtNDArray gradient) {}

    /// @param manager  lives as long as the training
    /// @param weights  the ones to train; they record gradients from now on
    /// @param clipNorm the most that the norm of all gradients together may be
    AdamW(NDManager manager, List<NDArray> weights, double weightDecay, double clipNorm) {
        this.ops = ScriptedOps.load(manager, METHODS);
        this.weightDecay = weightDecay;
        this.clipNorm = clipNorm;
        for (var weight : weights) {
            weight.setRequiresGradient(true);
            states.add(new State(weight, manager.zeros(weight.getShape()), manager.zeros(weight.getShape()),
                    manager.zeros(new Shape(), DataType.FLOAT32), weight.getShape().dimension() > 1));
        }
    }

    /// Means, squares and step counts, by the weight's place in the list.
    Map<String, NDArray> state() {
        var arrays = new LinkedHashMap<String, NDArray>();
        for (int i = 0; i < states.size(); i++) {
            var state = states.get(i);
            arrays.put(MEAN + i, state.mean);
            arrays.put(SQUARE + i, state.square);
            arrays.put(STEP + i, state.step);
        }
        return arrays;
    }

    /// Applies the gradients that the last backward pass left, and zeroes them.
    ///
    /// @return the norm of all gradients before clipping; NaN or infinite if the loss was
    double step(double learningRate) {
        var steps = new ArrayList<Step>();
        for (var state : states) {
            if (state.weight.getGradient() instanceof PtNDArray gradient) {
                steps.add(new Step(state, gradient));
            }
        }
        try {
            double norm = clip(steps);
            if (Double.isFinite(norm)) {
                update(steps.stream().filter(step -> step.state.decays).toList(), learningRate, weightDecay);
                update(steps.stream().filter(step -> !step.state.decays).toList(), learningRate, 0);
            }
            return norm;
        } finally {
            steps.forEach(step -> step.gradient.close());
        }
    }

    private double clip(List<Step> steps) {
        try (var gradients = list(steps, Step::gradient);
                var most = IValue.from(clipNorm);
                var norm = ops.run("clip", gradients, most);
                var array = norm.toTensor(steps.getFirst().gradient.getManager())) {
            return Values.of(array)[0];
        }
    }

    private void update(List<Step> steps, double rate, double decay) {
        if (steps.isEmpty()) {
            return;
        }
        try (var weights = list(steps, step -> (PtNDArray) step.state.weight);
                var gradients = list(steps, Step::gradient);
                var means = list(steps, step -> (PtNDArray) step.state.mean);
                var squares = list(steps, step -> (PtNDArray) step.state.square);
                var counts = list(steps, step -> (PtNDArray) step.state.step);
                var lr = IValue.from(rate);
                var wd = IValue.from(decay);
                var _ = ops.run("update", weights, gradients, means, squares, counts, lr, wd)) {
            // The method changes the weights in place and answers nothing.
        }
    }

    private static IValue list(List<Step> steps, Function<Step, PtNDArray> part) {
        return IValue.listFrom(steps.stream().map(part).toArray(PtNDArray[]::new));
    }
}
