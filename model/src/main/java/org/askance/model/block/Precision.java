package org.askance.model.block;

/// What matrix products, attention and convolutions of a training are computed in. Weights, gradients and the
/// optimizer are float32 in either case, and so is everything that adds up many numbers: norms and losses.
public enum Precision {
    /// 24 bits of mantissa.
    FLOAT32,
    /// bfloat16, 8 bits of mantissa at float32's range, so that no loss needs scaling: faster where the device
    /// multiplies such numbers itself, and far slower elsewhere.
    MIXED
}
