package org.askance.model.training;

/// How to train.
///
/// @param warmupShare share of all steps over which the learning rate rises from 0; then it falls to 0
/// @param clipNorm    the most that the norm of all gradients together may be
/// @param alpha       weight of the alignment losses; 0 trains without a teacher
/// @param beta        weight of the tasks' losses
/// @param tau         temperature of the alignment
/// @param dropout     share of each sub-layer's output that is dropped
/// @param imageEncoder whether the image encoder learns too; if not, its tokens are computed once
public record TrainingPlan(int epochs, int batchSize, double learningRate, double weightDecay, double warmupShare,
        double clipNorm, double alpha, double beta, double tau, double dropout, boolean imageEncoder, long seed) {

    public TrainingPlan {
        if (epochs < 1 || batchSize < 2 || !(learningRate > 0) || !(tau > 0) || warmupShare < 0 || warmupShare > 1) {
            throw new IllegalArgumentException(
                    "epochs ≥ 1, batch ≥ 2, learning rate and tau > 0 and a warm-up share from 0 to 1 are needed");
        }
    }

    /// For training the bundled network from its teacher.
    public static TrainingPlan bundled() {
        return new TrainingPlan(14, 32, 5e-4, 0.01, 0.05, 1.0, 1, 1, 0.1, 0.1, false, 1);
    }

    /// For a few epochs more on corrected labels.
    public static TrainingPlan fineTune() {
        return new TrainingPlan(4, 32, 1e-4, 0.01, 0.1, 1.0, 1, 1, 0.1, 0.1, false, 1);
    }

    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(epochs, batchSize, learningRate, weightDecay, warmupShare, clipNorm, alpha, beta, tau,
                dropout, imageEncoder, newSeed);
    }

    public TrainingPlan withAlpha(double newAlpha) {
        return new TrainingPlan(epochs, batchSize, learningRate, weightDecay, warmupShare, clipNorm, newAlpha, beta,
                tau, dropout, imageEncoder, seed);
    }

    public TrainingPlan withEpochs(int newEpochs) {
        return new TrainingPlan(newEpochs, batchSize, learningRate, weightDecay, warmupShare, clipNorm, alpha, beta,
                tau, dropout, imageEncoder, seed);
    }

    /// The learning rate of `step` of `steps`, from 1: linear up, then linear down.
    double learningRate(int step, int steps) {
        int warm = Math.max(1, (int) Math.round(warmupShare * steps));
        if (step <= warm) {
            return learningRate * step / warm;
        }
        return learningRate * (steps - step + 1) / Math.max(1, steps - warm);
    }
}
