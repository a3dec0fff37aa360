package org.askance.app.work;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongSupplier;
import org.askance.storage.Project;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Standing;
import org.askance.storage.told.OfReading;

/// Stores rows some at a time, or only compares them with the project. One thread.
final class ImportBatches {

    /// Characters and bytes that wait at most, but for one row.
    private static final long LARGEST = 16L << 20;

    private final Project project;
    private final ImportChoices choices;
    private final ImportSplit split;
    private final LongSupplier begin;
    private final ImportTally tally = new ImportTally();
    private final ImportJudgements judgements;
    private final TypedLabels typed;
    private final BitSet seen = new BitSet();
    /// Where a key of this source stood first, while a dry run does not store it.
    private final KeySet unstored = new KeySet();
    private final List<SourceRow> waiting = new ArrayList<>();
    private long source = -1;
    private long waitingSize;

    /// @param begin notes the import and gives its id; called once, before the first batch is stored
    ImportBatches(Project project, ImportChoices choices, ImportSplit split, LongSupplier begin) {
        this.project = project;
        this.choices = choices;
        this.split = split;
        this.begin = begin;
        this.judgements = new ImportJudgements(project);
        this.typed = new TypedLabels(choices, tally);
    }

    ImportTally tally() {
        return tally;
    }

    /// The import's id; negative while nothing is stored.
    long source() {
        return source;
    }

    /// Ids of pairs that the source gave.
    BitSet seen() {
        return seen;
    }

    /// Stores what waits once it is many rows, or much to hold: texts may be long, and pictures lie within rows.
    void add(SourceRow row, int batch) {
        tally.row(row.isJudged(), row.example().split());
        waiting.add(row);
        var image = row.image();
        waitingSize += row.example().text().length() + (image == null ? 0 : image.bytes().length);
        if (waiting.size() >= batch || waitingSize >= LARGEST) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var looked = waiting.parallelStream().map(this::look).toList();
        for (var each : looked) {
            each.notes().forEach(tally::note);
            var problem = each.problem();
            if (problem != null) {
                tally.unusable(each.looked().example().key(), problem);
            }
        }
        if (choices.dry()) {
            compare(looked);
        } else {
            store(looked);
        }
        waiting.clear();
        waitingSize = 0;
    }

    private ImportImages.Row look(SourceRow row) {
        var looked = ImportImages.look(row, project.imagesFolder(), choices.dry());
        var one = looked.looked();
        return new ImportImages.Row(new ImportRepository.Looked(one.example(), one.note(), split.of(row.example()),
                choices.divide() != Divide.UNNAMED, row.edits()), looked.notes(), looked.problem());
    }

    private void compare(List<ImportImages.Row> rows) {
        var examples = rows.stream().map(ImportImages.Row::looked).toList();
        var standings = project.imports().compare(examples);
        for (int i = 0; i < examples.size(); i++) {
            String key = examples.get(i).example().key();
            switch (standings.get(i)) {
                case Standing.New() -> {
                    if (unstored.add(key)) {
                        tally.added();
                        typed.tell(waiting.get(i), waiting.get(i).edits());
                        divided(examples.get(i));
                    } else {
                        again(waiting.get(i));
                    }
                }
                case Standing.Known known -> known(waiting.get(i), known);
            }
        }
    }

    private void store(List<ImportImages.Row> rows) {
        if (source < 0) {
            source = begin.getAsLong();
        }
        var looked = rows.stream().map(ImportImages.Row::looked).toList();
        var applied = project.imports().apply(looked, source, choices.updates(), seen);
        var ids = new LinkedHashMap<SourceRow, Long>();
        for (int i = 0; i < applied.size(); i++) {
            var row = waiting.get(i);
            var one = applied.get(i);
            if (row.isJudged()) {
                ids.put(row, one.id());
            }
            if (!one.again()) {
                typed.look(row, one.id(), one.before());
            }
            switch (one.before()) {
                case Standing.New() -> {
                    tally.added();
                    divided(looked.get(i));
                }
                case Standing.Known known when one.again() -> again(row);
                case Standing.Known known -> tally.known(row.example().key(), known);
            }
        }
        var saved = judgements.save(ids);
        tally.judged(saved.acts(), saved.predictions());
    }

    /// Makes labels that were typed into a table answers, if that is chosen; once, after the last row.
    void takeOver() {
        typed.takeOver(project.annotations());
    }

    private void divided(ImportRepository.Looked stored) {
        if (stored.example().split() != stored.placed()) {
            tally.divided(stored.placed());
        }
    }

    private void known(SourceRow row, Standing.Known known) {
        int id = Math.toIntExact(known.id());
        if (seen.get(id)) {
            again(row);
        } else {
            seen.set(id);
            tally.known(row.example().key(), known);
        }
    }

    /// A second row of one id is fine where each says what another annotator thinks.
    private void again(SourceRow row) {
        if (!row.isJudged()) {
            tally.problem(new RowProblem(row.file(), row.line(),
                    OfReading.ID_TWICE.with(row.example().key()), OfReading.GIVE_OWN_ID.with()));
        }
    }
}
