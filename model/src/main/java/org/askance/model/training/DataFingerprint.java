package org.askance.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether two trainings learnt from the same data: SHA-256 over texts, labels and the bytes of the pictures, by
/// split. Neither where pictures lie nor the order of pairs matters. Reads every picture, on all cores.
public final class DataFingerprint {

    private DataFingerprint() {}

    public static String of(List<LabelledPair> train, List<LabelledPair> validation) {
        return TeacherCache.hash(Stream.of(train, validation)
                .map(pairs -> pairs.parallelStream().map(DataFingerprint::of).sorted()
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\0")));
    }

    private static String of(LabelledPair pair) {
        return TeacherCache.hash(String.join("\0", pair.pair().text(), String.valueOf(pair.pair().knowledge()),
                hash(pair.pair().image()), new TreeMap<>(pair.labels()).toString()));
    }

    private static String hash(Path picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(picture)));
        } catch (IOException _) {
            // The pair was left out of the training.
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
