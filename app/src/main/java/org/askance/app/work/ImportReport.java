package org.askance.app.work;

import java.util.List;
import java.util.Map;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Difference;
import org.askance.storage.exchange.Duplicates;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// What an import did, or would do. Lists end after some thousands; counts do not.
///
/// @param added     pairs that are new
/// @param unchanged pairs that were there, the same
/// @param changed   pairs that were there and differ, by what differs; one may count for several
/// @param changes   pairs that were there and differ, each with all its differences
/// @param gone      keys of pairs that came from the same place before and are no longer there; they stay
/// @param judged    rows in which annotators or other programs' networks say something
/// @param answers   answers, skips, flags and comments that are new
/// @param predictions of other programs' networks
/// @param taken     labels that were typed into a table of ours and are answers of whoever imported it now
/// @param dropped   pairs that a rule of the format leaves out
/// @param rowsInTrouble rows left out, or not wholly used
/// @param filesLeftOut of several, because they cannot be read
/// @param problems  what is wrong with them, and with whole files
/// @param unusable  pairs whose picture cannot be used, with the reason
/// @param notes     what is worth knowing of pictures that can be used
/// @param numbered  pairs whose id is the number of their line, for want of one in the source
/// @param divided new pairs that the source did not give to the split they are in
/// @param before    the last import of this very content; `null` if there was none
public record ImportReport(int added, int unchanged, Map<Change, Changed> changed,
        Some<ChangedPair> changes, Some<String> gone, int judged,
        int answers, int predictions, int taken, int rowsInTrouble, int filesLeftOut,
        Map<ExampleSource.Drop, Integer> dropped,
        Some<RowProblem> problems,
        Some<Unusable> unusable,
        Some<Told> notes, Duplicates duplicates, int numbered, Divided divided,
        ImportRepository.@Nullable Done before) {

    public ImportReport {
        changed = Map.copyOf(changed);
        dropped = Map.copyOf(dropped);
    }

    /// A pair whose picture cannot be used.
    ///
    /// @param why a sentence
    public record Unusable(String key, Told why) {

        /// In English.
        public String sentence() {
            return key + ": " + why.english();
        }
    }

    /// Whether importing would do nothing; of a dry run.
    public boolean wouldChangeNothing() {
        return added == 0 && changed.isEmpty() && judged == 0;
    }

    /// Pairs that were in the project already.
    public int known() {
        return unchanged + (int) changedPairs();
    }

    private long changedPairs() {
        return changed.values().stream().mapToLong(Changed::firstCounted).sum();
    }

    /// How many pairs differ in one respect, with the keys of some.
    ///
    /// @param firstCounted pairs of which this is the first difference, so that sums count each pair once
    public record Changed(int count, int firstCounted, List<String> keys) {
        public Changed {
            keys = List.copyOf(keys);
        }
    }

    /// How many pairs were divided off, for want of a validation split in the source.
    ///
    /// @param trainOnly whether the source names a training split and none for validation
    public record Divided(int validation, int test, boolean trainOnly) {

        public int total() {
            return validation + test;
        }

        /// Whether new pairs stay without a validation split.
        public boolean isWanting() {
            return trainOnly && total() == 0;
        }
    }

    /// A pair that differs from the one of its id in the project.
    public record ChangedPair(String key, List<Difference> differences) {
        public ChangedPair {
            differences = List.copyOf(differences);
        }
    }

    /// The beginning of a list and how long it is.
    public record Some<T>(List<T> first, int count) {
        public Some {
            first = List.copyOf(first);
        }
    }
}
