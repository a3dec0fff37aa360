package org.askance.model.training;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.model.TinyNetwork;
import org.askance.model.device.Compute;

/// Trains a tiny network in a process of its own and tells each step, so that a test can kill it.
final class TrainingChild {

    static final int PAIRS = 32;
    static final int EPOCHS = 60;

    private TrainingChild() {}

    /// @param arguments a folder for the network and what it is trained on
    public static void main(String[] arguments) throws IOException {
        try (var compute = Compute.start()) {
            var tiny = new TinyNetwork(compute, Path.of(arguments[0]));
            TrainNetwork.run(compute, request(tiny, "killed"), new TrainingListener() {
                @Override
                public void step(int step, int totalSteps, double loss) {
                    System.out.println("step " + step);
                }

                @Override
                public void epoch(EpochRecord epoch) {}
            }, () -> false);
        }
    }

    static TrainingRequest request(TinyNetwork tiny, String to) throws IOException {
        var pairs = tiny.pairs("train", PAIRS);
        return tiny.request(pairs, pairs, TinyNetwork.plan(EPOCHS), to);
    }
}
