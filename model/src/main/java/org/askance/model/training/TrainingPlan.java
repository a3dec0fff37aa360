package org.askance.model.training;

import java.util.Optional;
import org.askance.model.block.Precision;

/// How to train.
///
/// @param accumulation batches whose gradients are added up before a step
/// @param dropout      share of each sub-layer's output that is dropped
/// @param patience     epochs without a better mean validation macro-F1 after which it ends; 0: never
/// @param precision    of matrix products; mixed needs a device that has bfloat16
public record TrainingPlan(int epochs, int batchSize, int accumulation, Optimisation optimisation, LossPlan losses,
        double dropout, Learning learning, int patience, long seed, Precision precision) {

    private static final int LEAST_BATCH = 2;
    private static final int MOST_AT_ONCE = 64;

    /// @param warmupShare share of all steps over which the learning rate rises from 0; then it falls to 0
    /// @param clipNorm    the most that the norm of all gradients together may be
    public record Optimisation(double learningRate, double weightDecay, double warmupShare, double clipNorm) {

        public Optimisation {
            if (!(learningRate > 0) || warmupShare < 0 || warmupShare > 1 || !(clipNorm > 0)) {
                throw new IllegalArgumentException("the learning rate (was " + learningRate + ") and the clip norm must"
                        + " be above 0, the warm-up share from 0 to 1");
            }
        }
    }

    /// @param alpha    weight of the alignment losses; 0 trains without a teacher
    /// @param beta     weight of the tasks' losses
    /// @param tau      temperature of the alignment
    /// @param balanced whether rare classes weigh as much as frequent ones
    public record LossPlan(double alpha, double beta, double tau, boolean balanced) {

        public LossPlan {
            if (alpha < 0 || beta < 0 || !(tau > 0)) {
                throw new IllegalArgumentException(
                        "alpha (was " + alpha + ") and beta must be at least 0, and tau above 0");
            }
        }
    }

    public TrainingPlan {
        atLeast(1, epochs, "epochs");
        atLeast(LEAST_BATCH, batchSize, "the batch size");
        atLeast(1, accumulation, "the batches in a step");
        atLeast(0, patience, "the epochs to wait");
        if (dropout < 0 || dropout >= 1) {
            throw new IllegalArgumentException("dropout must lie from 0 to below 1, was " + dropout);
        }
    }

    private static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", was " + value);
        }
    }

    /// The recipe of the paper's published code (arXiv 2403.06355), for encoders of base size.
    public static TrainingPlan paper() {
        return new TrainingPlan(30, 8, 1, new Optimisation(1e-5, 0.01, 0.05, 1), new LossPlan(1, 1, 0.1, false), 0.1,
                Learning.of(Learning.Part.ALL), 0, 2022, Precision.FLOAT32);
    }

    /// For training the bundled network from its teacher.
    public static TrainingPlan bundled() {
        return new TrainingPlan(14, 32, 1, new Optimisation(5e-4, 0.01, 0.05, 1), new LossPlan(1, 1, 0.1, false), 0.1,
                Learning.of(Learning.Part.ALL_BUT_IMAGE_ENCODER), 0, 1, Precision.FLOAT32);
    }

    /// For a few epochs more on corrected labels.
    public static TrainingPlan fineTune() {
        return new TrainingPlan(4, 32, 1, new Optimisation(1e-4, 0.01, 0.1, 1), new LossPlan(1, 1, 0.1, false), 0.1,
                Learning.of(Learning.Part.ALL_BUT_IMAGE_ENCODER), 0, 1, Precision.FLOAT32);
    }

    /// Seconds instead of minutes: fusion and heads on features that are computed once.
    public static TrainingPlan quick() {
        return new TrainingPlan(8, 32, 1, new Optimisation(2e-4, 0.01, 0.1, 1), new LossPlan(1, 1, 0.1, false), 0.1,
                Learning.of(Learning.Part.FUSION_AND_HEADS), 3, 1, Precision.FLOAT32);
    }

    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimisation, losses, dropout, learning, patience,
                newSeed, precision);
    }

    public TrainingPlan withAlpha(double alpha) {
        return withLosses(new LossPlan(alpha, losses.beta, losses.tau, losses.balanced));
    }

    public TrainingPlan withLosses(LossPlan newLosses) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimisation, newLosses, dropout, learning, patience,
                seed, precision);
    }

    public TrainingPlan withEpochs(int newEpochs) {
        return new TrainingPlan(newEpochs, batchSize, accumulation, optimisation, losses, dropout, learning, patience,
                seed, precision);
    }

    public TrainingPlan withBatches(int newBatchSize, int newAccumulation) {
        return new TrainingPlan(epochs, newBatchSize, newAccumulation, optimisation, losses, dropout, learning,
                patience, seed, precision);
    }

    /// Batches of half the size, and twice as many of them in a step: as many pairs in less memory. The tasks learn the
    /// same; the alignment compares the pairs of a batch and has fewer to compare. Empty where batches cannot be
    /// smaller.
    public Optional<TrainingPlan> smaller() {
        return batchSize <= LEAST_BATCH
                ? Optional.empty()
                : Optional.of(withBatches(Math.max(LEAST_BATCH, batchSize / 2), 2 * accumulation));
    }

    /// How many pairs may be looked at at once where nothing is learnt, which takes far less memory for each.
    int lookedAtOnce() {
        return Math.min(MOST_AT_ONCE, 4 * batchSize);
    }

    public TrainingPlan withLearningRate(double rate) {
        return new TrainingPlan(epochs, batchSize, accumulation, new Optimisation(rate, optimisation.weightDecay,
                optimisation.warmupShare, optimisation.clipNorm), losses, dropout, learning, patience, seed, precision);
    }

    public TrainingPlan withLearning(Learning newLearning) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimisation, losses, dropout, newLearning, patience,
                seed, precision);
    }

    public TrainingPlan withPatience(int newPatience) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimisation, losses, dropout, learning, newPatience,
                seed, precision);
    }

    public TrainingPlan withPrecision(Precision newPrecision) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimisation, losses, dropout, learning, patience,
                seed, newPrecision);
    }

    /// Steps in one epoch over `pairs` pairs.
    int stepsPerEpoch(int pairs) {
        return Math.ceilDiv(pairs, batchSize * accumulation);
    }

    /// The learning rate of `step` of `steps`, from 1: linear up, then linear down.
    double learningRate(int step, int steps) {
        int warm = Math.max(1, (int) Math.round(optimisation.warmupShare * steps));
        if (step <= warm) {
            return optimisation.learningRate * step / warm;
        }
        return optimisation.learningRate * (steps - step + 1) / Math.max(1, steps - warm);
    }
}
