package org.askance.storage.annotation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// An answer about to be stored.
///
/// @param label absent says that this example has no label in this task
public record NewAnnotation(long exampleId, String task, @Nullable String label, String annotator, Instant answeredAt) {

    public NewAnnotation {
        if (annotator.isBlank()) {
            throw new IllegalArgumentException("an answer needs an annotator");
        }
    }
}
