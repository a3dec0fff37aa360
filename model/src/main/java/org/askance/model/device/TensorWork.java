package org.askance.model.device;

import ai.djl.ndarray.NDManager;

/// Work for the tensor thread. `scope` lives as long as the work: what it holds is freed on return, so
/// results leave as plain Java, or are attached to a manager from [Compute#newManager()].
@FunctionalInterface
public interface TensorWork<T, E extends Exception> {
    T run(NDManager scope) throws E;
}
