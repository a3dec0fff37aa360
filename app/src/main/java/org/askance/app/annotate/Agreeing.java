package org.askance.app.annotate;

import java.util.HashMap;
import java.util.Map;

/// What it means to agree with the network about the pair that is asked.
sealed interface Agreeing {

    /// @param labels by task, of every task that is asked and has no answer yet
    record Saying(Map<String, String> labels) implements Agreeing {
        public Saying {
            labels = Map.copyOf(labels);
        }
    }

    /// Why there is nothing to agree with. A hidden prediction comes before all else: whether there is one would tell
    /// something of it.
    enum Nothing implements Agreeing {
        HIDDEN("annotate.accept.hidden"), PICTURE("annotate.accept.picture"), UNSCORED("annotate.accept.unscored"),
        ANSWERED("annotate.accept.answered"), UNKNOWN("annotate.accept.unknown");

        private final String key;

        Nothing(String key) {
            this.key = key;
        }

        /// Of its sentence.
        String key() {
            return key;
        }
    }

    static Agreeing of(AnnotateViewModel.State.Asking asking) {
        if (asking.opinion() == null) {
            return Nothing.HIDDEN;
        }
        var predicted = asking.row().predicted();
        if (predicted.isEmpty()) {
            return asking.lacksPicture() ? Nothing.PICTURE : Nothing.UNSCORED;
        }
        var labels = new HashMap<String, String>();
        boolean open = false;
        for (var task : asking.tasks()) {
            if (asking.asked().contains(task.name()) && !asking.chosen().containsKey(task.name())) {
                open = true;
                var cell = predicted.get(task.name());
                // A label may have been retired since it was predicted.
                if (cell != null && task.labelNames().contains(cell.label())) {
                    labels.put(task.name(), cell.label());
                }
            }
        }
        return labels.isEmpty() ? open ? Nothing.UNKNOWN : Nothing.ANSWERED : new Saying(labels);
    }
}
