package org.askance.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.askance.app.text.Strings;
import org.askance.app.work.ImportReport;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Difference;
import org.jspecify.annotations.Nullable;

/// One field of a pair that an import would change, in words.
///
/// @param key     of the pair
/// @param field   what differs, a task's name for a label
/// @param was     what the project has
/// @param becomes what the source says
public record ChangeLine(String key, Change change, String field, String was, String becomes) {

    /// One line for each field of each pair.
    ///
    /// @param most characters of each side
    public static List<ChangeLine> of(List<ImportReport.ChangedPair> pairs, Strings strings, int most) {
        return pairs.stream().flatMap(pair -> of(pair, strings, most)).toList();
    }

    private static Stream<ChangeLine> of(ImportReport.ChangedPair pair, Strings strings, int most) {
        return pair.differences().stream().map(each -> {
            var sides = sides(each, strings, most);
            return new ChangeLine(pair.key(), each.change(), field(each, strings), sides.was(), sides.becomes());
        });
    }

    private static String field(Difference difference, Strings strings) {
        return switch (difference.change()) {
            case TEXT -> strings.get("import.text");
            case KNOWLEDGE -> strings.get("import.knowledge");
            case IMAGE -> strings.get("import.image");
            case SPLIT -> strings.get("import.split");
            case LABEL -> strings.getOr("task." + difference.task(), difference.task());
            case ANSWER -> strings.get("import.edited.field",
                    strings.getOr("task." + difference.task(), difference.task()));
        };
    }

    private static Parting sides(Difference difference, Strings strings, int most) {
        String was = difference.was();
        String becomes = difference.becomes();
        return switch (difference.change()) {
            case TEXT, KNOWLEDGE -> Parting.of(orNone(was, strings), becomes, most);
            case IMAGE -> was != null && was.equals(becomes)
                    ? new Parting(name(was), strings.get("import.contents", name(was)))
                    : picture(was, becomes, strings, most);
            case SPLIT -> new Parting(split(was, strings), split(becomes, strings));
            case LABEL, ANSWER -> new Parting(
                    was == null ? orNone(null, strings) : strings.getOr("label." + was, was),
                    strings.getOr("label." + becomes, becomes));
        };
    }

    private static String split(@Nullable String key, Strings strings) {
        return strings.get("split." + Objects.requireNonNullElse(key, "none"));
    }

    /// By their names, or by their whole paths where the names are the same.
    private static Parting picture(@Nullable String was, String becomes, Strings strings, int most) {
        if (was == null) {
            return new Parting(orNone(null, strings), name(becomes));
        }
        return name(was).equals(name(becomes))
                ? Parting.of(was, becomes, most)
                : new Parting(name(was), name(becomes));
    }

    private static String name(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    private static String orNone(@Nullable String text, Strings strings) {
        return text == null || text.isBlank() ? strings.get("import.nothing.there") : text;
    }
}
