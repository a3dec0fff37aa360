package org.askance.model.training;

/// Hears how a training goes, on the thread that runs it. Must return quickly.
public interface TrainingListener {

    /// Work before the first step, such as reading pictures: `done` of `total`.
    default void preparing(int done, int total) {}

    /// The training goes on after `step` of `totalSteps`, where it was stopped the last time.
    default void resumed(int step, int totalSteps) {}

    /// @param step from 1
    void step(int step, int totalSteps, double loss);

    void epoch(EpochRecord epoch);

    /// Hears nothing.
    TrainingListener NONE = new TrainingListener() {
        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void epoch(EpochRecord epoch) {}
    };
}
