package org.askance.storage.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task with all labels that it has or had, retired ones last.
///
/// @param former what it was called before, the newest first
public record KeptTask(String name, boolean retired, List<String> former, List<KeptLabel> labels) {

    public KeptTask {
        former = List.copyOf(former);
        labels = List.copyOf(labels);
    }

    /// @param colour     as `#rrggbb`; `null` for the one that its place gives it
    /// @param mergedInto the label that its answers count as; `null` if they count as itself
    /// @param former     what it was called before, the newest first
    public record KeptLabel(String name, String key, @Nullable String colour, boolean retired,
            @Nullable String mergedInto, List<String> former) {

        public KeptLabel {
            former = List.copyOf(former);
        }
    }

    /// Those that are offered, in their order.
    public List<KeptLabel> offered() {
        return labels.stream().filter(label -> !label.retired).toList();
    }
}
