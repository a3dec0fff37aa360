package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.model.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same data is told by what it is, not by where it lies.
class DataFingerprintTest {

    @TempDir
    private Path folder;

    private LabelledPair pair(String text, String picture, int label) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "a", ".jpg"), picture);
        return new LabelledPair(new Pair(text, file), Map.of("sarcasm", label));
    }

    @Test
    void placeAndOrderDoNotMatterAndEverythingElseDoes() throws IOException {
        String before = DataFingerprint.of(List.of(pair("fine", "sun", 0), pair("rain", "cloud", 1)), List.of());
        assertThat(DataFingerprint.of(List.of(pair("rain", "cloud", 1), pair("fine", "sun", 0)), List.of()))
                .isEqualTo(before);
        for (var other : List.of(List.of(pair("fine", "sun", 0), pair("rain", "clouds", 1)),
                List.of(pair("fine", "sun", 0), pair("rain!", "cloud", 1)),
                List.of(pair("fine", "sun", 0), pair("rain", "cloud", 0)), List.of(pair("fine", "sun", 0)))) {
            assertThat(DataFingerprint.of(other, List.of())).isNotEqualTo(before);
        }
        assertThat(DataFingerprint.of(List.of(pair("fine", "sun", 0)), List.of(pair("rain", "cloud", 1))))
                .as("another split").isNotEqualTo(before);
    }

    @Test
    void aPictureThatIsGoneIsNoFailure() throws IOException {
        var gone = pair("fine", "sun", 0);
        Files.delete(gone.pair().image());
        assertThat(DataFingerprint.of(List.of(gone), List.of()))
                .isNotEqualTo(DataFingerprint.of(List.of(pair("fine", "sun", 0)), List.of()));
    }
}
