package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Objects;

/// The losses of CLFA; each gives a scalar.
public final class Losses {

    /// The class of a row that has no label.
    public static final long UNLABELLED = -100;

    private Losses() {}

    /// Symmetric InfoNCE between `(B, D)` embeddings of any length, row i matching row i, at temperature
    /// `tau` (van den Oord et al. 2018, arXiv 1807.03748; symmetric as in CLIP).
    public static NDArray align(Pass pass, NDArray student, NDArray teacher, double tau) {
        return pass.call("info_nce", student, teacher, pass.number(tau));
    }

    /// As [#align] at the learned temperature exp(−`logitScale`), which is held at 1/100 or more.
    static NDArray contrast(Pass pass, NDArray texts, NDArray images, NDArray logitScale) {
        return pass.call("contrast", texts, images, logitScale);
    }

    /// Mean cross-entropy over the rows that have a label; 0 if none has.
    ///
    /// @param labels `(B)` int64, [#UNLABELLED] where there is none
    public static NDArray classify(Pass pass, NDArray logits, NDArray labels) {
        return pass.call("classify", logits, labels);
    }

    /// `loss` times `factor`. By a tensor that lives as long as the pass: of a plain number DJL makes one over
    /// memory that Java frees at its next collection, while PyTorch still needs it on the way back.
    public static NDArray scale(Pass pass, NDArray loss, double factor) {
        return loss.mul(pass.number(factor));
    }

    /// The tasks' losses added up.
    public static NDArray classify(Pass pass, Map<String, NDArray> logits, Map<String, NDArray> labels) {
        return classify(pass, logits, labels, Map.of());
    }

    /// The same, each class weighing as `weights` says: the mean is taken over the rows' weights, as PyTorch does.
    ///
    /// @param weights `(labels)` by task; a task without any has equal ones
    public static NDArray classify(Pass pass, Map<String, NDArray> logits, Map<String, NDArray> labels,
            Map<String, NDArray> weights) {
        return logits.entrySet().stream().map(task -> {
            var of = Objects.requireNonNull(labels.get(task.getKey()));
            var weight = weights.get(task.getKey());
            return weight == null
                    ? classify(pass, task.getValue(), of)
                    : pass.call("classify_weighted", task.getValue(), of, weight);
        }).reduce(NDArray::add).orElseThrow();
    }
}
