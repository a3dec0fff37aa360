package org.askance.app.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.files.ImageFiles;

/// Imports what a source gives; a row that cannot be used is listed and the rest goes in. Pictures are
/// judged by their header and stay where they are.
///
/// @param divide a source that knows no validation split: its training pairs are divided, one in ten for
///               validation and one in ten for test, by their key; what came for test stays there
public record ImportExamples(Project project, ExampleSource source, boolean divide)
        implements
            Job<ImportExamples.Imported> {

    private static final int BATCH = 128;

    /// @param added    pairs that are new
    /// @param known    pairs that were in the project already, and stay as they were
    /// @param problems rows left out, or not wholly used
    /// @param unusable pairs whose picture cannot be used, with the reason
    public record Imported(int added, int known, List<RowProblem> problems, List<String> unusable) {}

    @Override
    public Imported run(Progress progress) throws IOException {
        var examples = new ArrayList<NewExample>();
        var problems = new ArrayList<RowProblem>();
        source.read(new ExampleSource.Sink() {
            @Override
            public void example(NewExample example) {
                progress.checkCancelled();
                examples.add(example);
            }

            @Override
            public void problem(RowProblem problem) {
                problems.add(problem);
            }
        });
        if (examples.isEmpty()) {
            String first = problems.isEmpty() ? "" : " The first row's trouble: " + problems.getFirst().sentence();
            throw new IOException("No pair could be read from this " + source.format() + "." + first);
        }
        boolean dividing = divide && needsSplits(examples);
        var unusable = new ArrayList<String>();
        int added = 0;
        for (int from = 0; from < examples.size(); from += BATCH) {
            progress.checkCancelled();
            var batch = examples.subList(from, Math.min(examples.size(), from + BATCH)).parallelStream()
                    .map(example -> inspected(dividing ? divided(example) : example)).toList();
            batch.forEach(example -> {
                if (example.problem() != null) {
                    unusable.add(example.key() + ": " + example.problem());
                }
            });
            added += project.examples().addAll(batch);
            progress.update(from + batch.size(), examples.size());
        }
        return new Imported(added, examples.size() - added, List.copyOf(problems), List.copyOf(unusable));
    }

    private static boolean needsSplits(List<NewExample> examples) {
        var splits = EnumSet.noneOf(Split.class);
        examples.forEach(example -> splits.add(example.split()));
        return !splits.contains(Split.VALIDATION);
    }

    /// By the key alone, so that importing again, or more, never moves a pair.
    private static NewExample divided(NewExample example) {
        if (example.split() == Split.TEST) {
            return example;
        }
        int tenth = Math.floorMod(Integer.reverse(example.key().hashCode() * 0x9E3779B9), 10);
        var split = tenth == 0 ? Split.VALIDATION : tenth == 1 ? Split.TEST : Split.TRAIN;
        return example.withSplit(split);
    }

    private static NewExample inspected(NewExample example) {
        if (example.image() == null) {
            return example.inspected(null, "The source names no picture for this text.");
        }
        return switch (ImageFiles.inspect(example.image())) {
            case ImageFiles.Inspection.Usable(int _, int _, String hash) -> example.inspected(hash, null);
            case ImageFiles.Inspection.Unusable(String reason) -> example.inspected(null, reason);
        };
    }
}
