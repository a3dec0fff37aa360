package org.askance.storage.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was noted at an example besides labels, as it counts now.
///
/// @param flag     the flag that is up; `null` for none
/// @param comments oldest first
/// @param skipped  whether the annotator asked about put it off and has not answered since
public record Marks(@Nullable Flag flag, List<Comment> comments, boolean skipped) {

    public static final Marks NONE = new Marks(null, List.of(), false);

    /// @param reason `null` if none was given
    public record Flag(String annotator, @Nullable String reason) {}

    public record Comment(String annotator, String text) {}

    public Marks {
        comments = List.copyOf(comments);
    }

    /// Only what `annotator` noted; a flag stays, since it is everyone's, but without another's reason.
    public Marks of(String annotator) {
        var shown = flag == null || flag.annotator.equals(annotator) ? flag : new Flag(flag.annotator, null);
        return new Marks(shown,
                comments.stream().filter(comment -> comment.annotator.equals(annotator)).toList(), skipped);
    }
}
