package org.askance.app.work;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Duplicates;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.Standing;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Counts an import as it goes; what it keeps in lists does not grow with the source.
final class ImportTally {

    private static final int MOST = 5_000;
    private static final int MOST_KEYS = 20;
    private static final int MOST_CHANGED = 500;
    /// Of the texts of changed pairs: one may be as long as a book.
    private static final long MOST_CHARS = 4L << 20;

    /// A list that is cut and still counts.
    private static final class Cut<T> {
        private final List<T> first = new ArrayList<>();
        private int count;

        void add(T item) {
            count++;
            if (first.size() < MOST) {
                first.add(item);
            }
        }

        ImportReport.Some<T> some() {
            return new ImportReport.Some<>(first, count);
        }
    }

    private static final class Changes {
        private int count;
        private int firstCounted;
        private final List<String> keys = new ArrayList<>();
    }

    private final Cut<RowProblem> problems = new Cut<>();
    private final Cut<ImportReport.Unusable> unusable = new Cut<>();
    private final Cut<Told> notes = new Cut<>();
    private final Map<ExampleSource.Drop, Integer> dropped = new EnumMap<>(ExampleSource.Drop.class);
    private final Map<Change, Changes> changes = new EnumMap<>(Change.class);
    private final List<ImportReport.ChangedPair> changed = new ArrayList<>();
    private int changedCount;
    private long changedChars;
    private int added;
    private int unchanged;
    private int judged;
    private int forValidation;
    private int forTest;
    private int answers;
    private int predictions;
    private int taken;
    private int rowsInTrouble;
    private int filesLeftOut;
    private int numbered;
    private final Set<Split> named = EnumSet.noneOf(Split.class);
    /// What is wrong with one row comes one after the other.
    private @Nullable RowProblem last;

    void added() {
        added++;
    }

    /// A new pair that the source gave for training.
    void divided(Split split) {
        forValidation += split == Split.VALIDATION ? 1 : 0;
        forTest += split == Split.TEST ? 1 : 0;
    }

    void known(String key, Standing.Known known) {
        if (known.differences().isEmpty()) {
            unchanged++;
            return;
        }
        keep(new ImportReport.ChangedPair(key, known.differences()));
        boolean first = true;
        for (var change : known.changes()) {
            var now = changes.computeIfAbsent(change, _ -> new Changes());
            now.count++;
            now.firstCounted += first ? 1 : 0;
            first = false;
            if (now.keys.size() < MOST_KEYS) {
                now.keys.add(key);
            }
        }
    }

    private void keep(ImportReport.ChangedPair pair) {
        changedCount++;
        if (changed.size() < MOST_CHANGED && changedChars < MOST_CHARS) {
            changed.add(pair);
            for (var each : pair.differences()) {
                changedChars += each.becomes().length() + (each.was() == null ? 0 : each.was().length());
            }
        }
    }

    void problem(RowProblem problem) {
        boolean same = last != null && last.line() == problem.line() && last.file().equals(problem.file());
        rowsInTrouble += same || problem.line() == 0 ? 0 : 1;
        last = problem;
        problems.add(problem);
    }

    void leftOut(RowProblem file) {
        filesLeftOut++;
        problem(file);
    }

    void unusable(String key, Told why) {
        unusable.add(new ImportReport.Unusable(key, why));
    }

    void note(Told note) {
        notes.add(note);
    }

    void numbered() {
        numbered++;
    }

    void dropped(ExampleSource.Drop reason) {
        dropped.merge(reason, 1, Integer::sum);
    }

    void judged(int newAnswers, int newPredictions) {
        answers += newAnswers;
        predictions += newPredictions;
    }

    /// Labels that were typed into a table and become answers.
    void taken(int labels) {
        taken += labels;
    }

    void row(boolean isJudged, Split split) {
        named.add(split);
        judged += isJudged ? 1 : 0;
    }

    /// Whether no pair came at all.
    boolean isEmpty() {
        return added == 0 && unchanged == 0 && changes.isEmpty() && dropped.isEmpty();
    }

    @Nullable
    RowProblem firstProblem() {
        return problems.first.isEmpty() ? null : problems.first.getFirst();
    }

    ImportReport report(List<String> gone, Duplicates duplicates, ImportRepository.@Nullable Done before) {
        var byChange = new EnumMap<Change, ImportReport.Changed>(Change.class);
        changes.forEach((change, now) -> byChange.put(change,
                new ImportReport.Changed(now.count, now.firstCounted, now.keys)));
        var missing = new Cut<String>();
        gone.forEach(missing::add);
        return new ImportReport(added, unchanged, byChange,
                new ImportReport.Some<>(changed, changedCount), missing.some(), judged, answers, predictions, taken,
                rowsInTrouble, filesLeftOut, dropped,
                problems.some(), unusable.some(), notes.some(), duplicates, numbered,
                new ImportReport.Divided(forValidation, forTest,
                        named.contains(Split.TRAIN) && !named.contains(Split.VALIDATION)),
                before);
    }
}
