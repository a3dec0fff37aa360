package org.askance.storage.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.askance.storage.dataset.Split;
import org.askance.storage.sql.StorageException;

/// Answers as a history. The latest standing answer to an example, by anyone, is its current label in that task; without
/// one, the given label is. Safe from any thread but the FX thread.
public final class AnnotationRepository {

    /// Appends answers; on return they are on disk, all or none of them. One call is what one undo takes back.
    ///
    /// @throws IllegalArgumentException if an example, task or label does not exist
    /// @throws StorageException if the project cannot be written; nothing is changed
    public List<Annotation> save(List<NewAnnotation> answers) {
        throw new UnsupportedOperationException();
    }

    /// Takes back what `annotator` saved last and has not taken back yet, by appending events.
    ///
    /// @return the answers that no longer stand; empty if there was nothing to undo
    public List<Annotation> undoLast(String annotator, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Says again what `annotator` undid last, unless they have answered something since.
    ///
    /// @return the answers that stand again; empty if there was nothing to redo
    public List<Annotation> redoLast(String annotator, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Task name to current label; a task without one is absent.
    public Map<String, String> current(long exampleId) {
        throw new UnsupportedOperationException();
    }

    /// Every event of an example, oldest first.
    public List<Annotation> history(long exampleId) {
        throw new UnsupportedOperationException();
    }

    /// How many examples have an answer that stands and differs from the given label.
    public int correctedCount() {
        throw new UnsupportedOperationException();
    }

    /// How many examples have an answer that stands.
    public int answeredCount() {
        throw new UnsupportedOperationException();
    }

    /// How many examples were answered, or had an answer undone, after `time`.
    public int touchedSince(Instant time) {
        throw new UnsupportedOperationException();
    }

    /// Everyone who has answered, by name.
    public List<String> annotators() {
        throw new UnsupportedOperationException();
    }

    /// The examples of some splits with their current labels, those that are usable and have at least one label, in
    /// the order they were added.
    public List<LabelledExample> labelled(Set<Split> splits) {
        throw new UnsupportedOperationException();
    }
}
