package org.askance.app.report;

import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.told.Kept;

/// What became of the last import of the same content, in a sentence.
public final class BeforeLine {

    private BeforeLine() {}

    public static String of(ImportRepository.Done before, Strings strings) {
        String at = Dates.moment(strings).format(before.at());
        return switch (before.ending()) {
            case null -> strings.get("import.before", at);
            case DONE -> strings.get("import.before.done", at);
            case STOPPED -> strings.get("import.before.stopped", at);
            case FAILED -> strings.get("import.before.failed", at, Kept.read(before.failure()).in(strings::told));
        };
    }
}
