package org.askance.storage.sql;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A whole copy of a project's file. Its name tells all of this.
///
/// @param number rises from one to the next, whatever the clock says
public record Backup(Path file, int number, Instant at, Kind kind) {

    /// Why it was made.
    public enum Kind {
        /// At an opening.
        OPENING,
        /// Because someone asked for it.
        ASKED,
        /// Before the schema changed.
        MIGRATION,
        /// It was the project's file until another backup took its place; it may be damaged.
        REPLACED
    }

    private static final Pattern NAME = Pattern
            .compile("(\\d{4,9})-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ)-([a-z]+)\\.db");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static Backup in(Path folder, int number, Instant now, Kind kind) {
        var at = now.truncatedTo(ChronoUnit.SECONDS);
        String name = "%04d-%s-%s.db".formatted(number, TIME.format(at), kind.name().toLowerCase(Locale.ROOT));
        return new Backup(folder.resolve(name), number, at, kind);
    }

    /// @return `null` if the name is none of a backup's
    static @Nullable Backup of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return null;
        }
        try {
            return new Backup(file, Integer.parseInt(name.group(1)), TIME.parse(name.group(2), Instant::from),
                    Kind.valueOf(name.group(3).toUpperCase(Locale.ROOT)));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return null;
        }
    }
}
