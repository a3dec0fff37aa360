package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the sub-layers of one network over its weights, in training (with dropout) or not. Keeps the
/// small constants that sub-layers need, so it lives as long as the weights. Tensor thread only.
public final class Pass {

    private final NDManager manager;
    private final ScriptedOps inferenceOps;
    private final ScriptedOps trainingOps;
    private final ScriptedOps ops;
    private final Weights weights;
    private final boolean training;
    private final Map<Integer, NDArray> heads;
    private final Map<Double, NDArray> numbers;

    private Pass(NDManager manager, ScriptedOps inferenceOps, ScriptedOps trainingOps, Weights weights,
            boolean training, Map<Integer, NDArray> heads, Map<Double, NDArray> numbers) {
        this.manager = manager;
        this.inferenceOps = inferenceOps;
        this.trainingOps = trainingOps;
        this.ops = training ? trainingOps : inferenceOps;
        this.weights = weights;
        this.training = training;
        this.heads = heads;
        this.numbers = numbers;
    }

    /// @param manager lives as long as the weights
    /// @param dropout share of each sub-layer's output that is dropped in training
    public static Pass over(NDManager manager, Weights weights, double dropout) {
        return over(manager, weights, dropout, Precision.FLOAT32);
    }

    /// The same.
    ///
    /// @param precision of matrix products in training; without training they are float32, as whoever uses the
    ///                  weights later will compute them
    public static Pass over(NDManager manager, Weights weights, double dropout, Precision precision) {
        var inference = NetworkOps.load(manager, dropout, Precision.FLOAT32);
        var training = switch (precision) {
            case FLOAT32 -> inference;
            case MIXED -> NetworkOps.load(manager, dropout, Precision.MIXED);
        };
        return new Pass(manager, inference, training, weights, false, new HashMap<>(), new HashMap<>());
    }

    /// The same with training, that is dropout and its precision, on or off.
    public Pass training(boolean on) {
        return new Pass(manager, inferenceOps, trainingOps, weights, on, heads, numbers);
    }

    Weights weights() {
        return weights;
    }

    NDArray weight(String name) {
        return weights.get(name);
    }

    /// A method that does the same in training. The result belongs to the manager of `first`.
    NDArray call(String method, NDArray first, NDArray... others) {
        var arguments = new NDArray[1 + others.length];
        arguments[0] = first;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return ops.call(method, arguments);
    }

    /// Arguments of a sub-layer: activations first, then weights by name, then constants.
    final class Call {
        private final String method;
        private final List<NDArray> arguments = new ArrayList<>();

        private Call(String method) {
            this.method = method;
        }

        Call with(NDArray... arrays) {
            arguments.addAll(List.of(arrays));
            return this;
        }

        /// `NAME.weight` and `NAME.bias` for each name.
        Call layers(String prefix, String... names) {
            for (var name : names) {
                arguments.add(weight(prefix + name + ".weight"));
                arguments.add(weight(prefix + name + ".bias"));
            }
            return this;
        }

        NDArray run() {
            return ops.call(method, arguments.toArray(NDArray[]::new));
        }
    }

    /// A sub-layer that learns, or ends in dropout, when training.
    Call sublayer(String method) {
        return new Call(training ? method + "_train" : method);
    }

    Call plain(String method) {
        return new Call(method);
    }

    NDArray drop(NDArray x) {
        return training ? ops.call("drop_train", x) : x;
    }

    /// A tensor whose length says how many heads there are.
    NDArray heads(int count) {
        return heads.computeIfAbsent(count, n -> manager.create(new float[n]));
    }

    /// A number as a tensor, made once.
    NDArray number(double value) {
        return numbers.computeIfAbsent(value, v -> manager.create(v.floatValue()));
    }
}
