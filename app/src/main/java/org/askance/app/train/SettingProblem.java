package org.askance.app.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.model.told.Told;

/// Why what was typed cannot be used.
///
/// @param key    of the sentence
/// @param values in its gaps; may be sentences themselves
public record SettingProblem(String key, List<Object> values) {

    private static final double HIGHEST_RATE = 1;
    private static final double HIGHEST_ALPHA = 100;

    /// The least and the most that whole numbers may be.
    enum Limits {
        EPOCHS(1, 1_000), BATCH(2, 4_096), ACCUMULATION(1, 1_024), LAYERS(1, 48), PATIENCE(1, 1_000);

        private final int least;
        private final int most;

        Limits(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    String in(Strings strings) {
        return strings.get(key, values.stream()
                .map(value -> value instanceof Told told ? told.in(strings::told) : value).toArray());
    }

    /// Whether nothing is wrong, only not there yet.
    boolean isMissing() {
        return switch (key) {
            case "train.problem.folder", "train.problem.teacher", "train.problem.looking" -> true;
            default -> false;
        };
    }

    static SettingProblem of(String key, Object... values) {
        return new SettingProblem(key, Arrays.asList(values));
    }

    static Optional<SettingProblem> whole(String typed, Limits limits) {
        try {
            int value = Integer.parseInt(typed.strip());
            if (value >= limits.least && value <= limits.most) {
                return Optional.empty();
            }
        } catch (NumberFormatException _) {
            // The same sentence says what is wanted.
        }
        return Optional.of(of("train.problem.whole", limits.least, limits.most));
    }

    static Optional<SettingProblem> seed(String typed) {
        try {
            Long.parseLong(typed.strip());
            return Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.of(of("train.problem.seed"));
        }
    }

    static Optional<SettingProblem> rate(String typed) {
        double value = Numbers.read(typed);
        return value > 0 && value <= HIGHEST_RATE ? Optional.empty() : Optional.of(of("train.problem.rate"));
    }

    static Optional<SettingProblem> alpha(String typed) {
        double value = Numbers.read(typed);
        return value >= 0 && value <= HIGHEST_ALPHA ? Optional.empty() : Optional.of(of("train.problem.alpha"));
    }
}
