package org.askance.storage.annotation;

/// What holds a label, or all labels of a task.
///
/// @param answers     that gave it, those that were undone or replaced since included: the history keeps them
/// @param given       pairs that came with it
/// @param gold        pairs whose right answer it is
/// @param predictions that chose it
/// @param networks    checkpoints that answer with it, or once did
/// @param merged      labels that have become part of it
public record LabelUse(long answers, long given, long gold, long predictions, long networks, long merged) {

    /// Whether it can be taken away without losing anything.
    public boolean isNone() {
        return answers + given + gold + predictions + networks + merged == 0;
    }
}
