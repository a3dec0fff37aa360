package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.askance.assets.postcards.Postcards;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.model.device.Compute;
import org.askance.model.inference.TeacherEmbedder;
import org.askance.model.input.WordPieces;
import org.askance.model.training.TeacherTraining;
import org.askance.model.training.TrainingListener;

/// Trains the bundled teacher from nothing: a vocabulary from Postcards' training half, then a CLIP in
/// small on scenes that are in no pair.
public final class TrainTeacher {

    private static final int POOL = 16_000;
    private static final long POOL_SEED = 77;

    private TrainTeacher() {}

    /// @return the gate's figures on unseen pictures, by topic and for `all`
    public static Map<String, Double> run(Compute compute, TeacherTraining.Plan plan, TrainingListener listener,
            Path folder) throws IOException {
        var tokenizer = Files.createTempFile("tokenizer", ".json");
        try {
            int vocabulary = WordPieces.write(tokenizer, trainingTexts());
            var pool = PostcardsPool.draw(POOL, POOL_SEED, TeacherTraining.config(vocabulary).image());
            TeacherTraining.run(compute, pool, tokenizer, vocabulary, plan, listener, folder);
        } finally {
            Files.deleteIfExists(tokenizer);
        }
        return gate(compute, folder);
    }

    static Map<String, Double> gate(Compute compute, Path folder) {
        var standard = PostcardsPlan.standard();
        try (var teacher = TeacherEmbedder.open(compute, folder)) {
            return TeacherGate.polarity(teacher, IntStream.range(0, standard.count())
                    .mapToObj(i -> Postcards.pair(standard, i)).filter(card -> card.split().equals("test")).toList());
        }
    }

    /// Tweets and captions of the training split alone, so that the test's words stay unseen.
    private static Iterable<String> trainingTexts() {
        var standard = PostcardsPlan.standard();
        var texts = new ArrayList<String>();
        for (int i = 0; i < standard.count(); i++) {
            var card = Postcards.pair(standard, i);
            if (card.split().equals("train")) {
                texts.add(card.text());
                texts.addAll(card.captions());
            }
        }
        return texts;
    }
}
