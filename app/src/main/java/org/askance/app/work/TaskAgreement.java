package org.askance.app.work;

import java.util.ArrayList;
import java.util.List;
import org.askance.model.evaluation.Agreement;
import org.askance.storage.Project;
import org.askance.storage.annotation.Ratings;

/// How far annotators agree in one task.
///
/// @param labels of the task
/// @param pairs  every two who answered some of the same examples
public record TaskAgreement(String task, List<String> labels, Agreement overall, List<Two> pairs) {

    public TaskAgreement {
        labels = List.copyOf(labels);
        pairs = List.copyOf(pairs);
    }

    /// Two annotators.
    ///
    /// @param confusion how often the first gave the row's label where the second gave the column's
    /// @param cohen     Cohen's κ; NaN where both gave the same label throughout
    public record Two(String first, String second, int[][] confusion, double cohen) {

        /// How many examples both answered.
        public int both() {
            int sum = 0;
            for (int[] row : confusion) {
                for (int count : row) {
                    sum += count;
                }
            }
            return sum;
        }
    }

    /// All tasks of `project`, from the answers that count now.
    public static Job<List<TaskAgreement>> of(Project project) {
        return _ -> project.agreement().ratings().stream().map(TaskAgreement::of).toList();
    }

    private static TaskAgreement of(Ratings ratings) {
        int labels = ratings.labels().size();
        var pairs = new ArrayList<Two>();
        for (int a = 0; a < ratings.annotators().size(); a++) {
            for (int b = a + 1; b < ratings.annotators().size(); b++) {
                var confusion = Agreement.confusion(ratings.answers(), a, b, labels);
                var two = new Two(ratings.annotators().get(a), ratings.annotators().get(b), confusion,
                        Agreement.cohen(confusion));
                if (two.both() > 0) {
                    pairs.add(two);
                }
            }
        }
        return new TaskAgreement(ratings.task(), ratings.labels(), Agreement.of(ratings.answers(), labels), pairs);
    }
}
