package org.askance.model.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.block.Losses;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Pairs as the network's inputs, computed once and kept as plain arrays: what does not change between
/// epochs. All lists run in step.
///
/// @param knowledge   their knowledge texts; `null` where the network has no use for them
/// @param imageTokens per pair the image encoder's tokens `P · width`, or its pixels `3 · size²` where the
///                    encoder learns
/// @param imageShape  of one pair's `imageTokens`
/// @param teacherText teacher's embedding of each text; empty when nothing is aligned
/// @param labels      class by task and pair, [Losses#UNLABELLED] where there is none
/// @param unreadable  one sentence per pair that was left out
record PreparedPairs(Texts texts, @Nullable Texts knowledge, List<float[]> imageTokens, Shape imageShape,
        List<float[]> teacherText, List<float[]> teacherImage, Map<String, long[]> labels, List<Told> unreadable) {

    /// One text per pair.
    ///
    /// @param states the text encoder's states `T · width` of each, where it is frozen; else empty
    record Texts(List<long[]> ids, List<float[]> states) {

        Clfa.Tokens tokens(NDManager scope, int[] rows) {
            return Clfa.Tokens.of(scope, Arrays.stream(rows).mapToObj(ids::get).toList());
        }

        /// `(rows, longest text, width)`, zeros behind the shorter ones.
        NDArray states(NDManager scope, int[] rows, int width) {
            int longest = Arrays.stream(rows).map(row -> ids.get(row).length).max().orElseThrow();
            var all = new float[rows.length * longest * width];
            for (int i = 0; i < rows.length; i++) {
                float[] of = states.get(rows[i]);
                System.arraycopy(of, 0, all, i * longest * width, of.length);
            }
            return scope.create(all, new Shape(rows.length, longest, width));
        }
    }

    int size() {
        return texts.ids.size();
    }

    NDArray images(NDManager scope, int[] rows) {
        return stack(scope, imageTokens, rows, imageShape);
    }

    NDArray teacherText(NDManager scope, int[] rows) {
        return stack(scope, teacherText, rows, new Shape(teacherText.getFirst().length));
    }

    NDArray teacherImage(NDManager scope, int[] rows) {
        return stack(scope, teacherImage, rows, new Shape(teacherImage.getFirst().length));
    }

    Map<String, NDArray> labels(NDManager scope, int[] rows) {
        var batch = new LinkedHashMap<String, NDArray>();
        labels.forEach((task, classes) -> batch.put(task,
                scope.create(Arrays.stream(rows).mapToLong(row -> classes[row]).toArray())));
        return batch;
    }

    private static NDArray stack(NDManager scope, List<float[]> values, int[] rows, Shape each) {
        int length = (int) each.size();
        var all = new float[rows.length * length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values.get(rows[i]), 0, all, i * length, length);
        }
        return scope.create(all, new Shape(rows.length).addAll(each));
    }

    /// @param pairs those that could be read
    static Map<String, long[]> labels(List<LabelledPair> pairs, List<Task> tasks) {
        var labels = new LinkedHashMap<String, long[]>();
        for (var task : tasks) {
            var classes = pairs.stream().mapToLong(pair -> {
                Integer label = pair.labels().get(task.name());
                if (label != null && (label < 0 || label >= task.labels().size())) {
                    throw new IllegalArgumentException(task.name() + " has no class " + label);
                }
                return label == null ? Losses.UNLABELLED : label;
            }).toArray();
            labels.put(task.name(), classes);
        }
        return labels;
    }

    static List<float[]> rows(float[] values, int count) {
        int width = values.length / count;
        var rows = new ArrayList<float[]>(count);
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.copyOfRange(values, i * width, (i + 1) * width));
        }
        return rows;
    }
}
