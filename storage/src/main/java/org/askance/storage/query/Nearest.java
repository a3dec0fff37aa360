package org.askance.storage.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Did you mean: known words that are few typing errors away: letters missing, added,
/// wrong or swapped.
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    private record Near(String word, int distance) {}

    /// The nearest of `known`, nearest first; those it begins count as near.
    static List<String> to(String word, Collection<String> known) {
        String typed = word.toLowerCase(Locale.ROOT);
        int allowed = Math.min(2, typed.length() / 2);
        return known.stream().filter(one -> Math.abs(one.length() - typed.length()) <= allowed
                || one.toLowerCase(Locale.ROOT).startsWith(typed)).map(one -> {
                    String lower = one.toLowerCase(Locale.ROOT);
                    return new Near(one, !typed.isEmpty() && lower.startsWith(typed) ? 0 : distance(typed, lower));
                }).filter(near -> near.distance <= allowed).sorted(Comparator.comparingInt(Near::distance)).limit(MOST)
                .map(Near::word).toList();
    }

    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1),
                                1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
