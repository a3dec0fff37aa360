package org.askance.app.error;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.askance.app.text.Strings;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.device.DeviceException;
import org.askance.model.hub.HubException;
import org.askance.model.training.TrainingException;
import org.askance.storage.sql.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns failures into sentences, logs each once with its trace, and hands the report on. Thread-safe.
public final class ErrorReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReporter.class);

    /// What people see.
    ///
    /// @param sentence what happened and what to do
    /// @param holds    what is safe nevertheless
    /// @param code     finds the entry in the log; the same fault has the same code
    public record Report(String sentence, String holds, String code) {

        /// All of it, to paste into a message.
        public String details() {
            return sentence + "\n" + holds + "\n" + code;
        }
    }

    private final Strings strings;
    private final Consumer<Report> shown;

    /// @param shown called on the thread that reports
    public ErrorReporter(Strings strings, Consumer<Report> shown) {
        this.strings = strings;
        this.shown = shown;
    }

    public void report(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        String code = code(cause);
        LOG.error("{}", code, cause);
        shown.accept(new Report(sentence(cause), strings.get("error.holds"), code));
    }

    private String sentence(Throwable failure) {
        return switch (failure) {
            case StorageException known -> String.valueOf(known.getMessage());
            case CheckpointException known -> String.valueOf(known.getMessage());
            case TrainingException known -> String.valueOf(known.getMessage());
            case DeviceException known -> String.valueOf(known.getMessage());
            case HubException known -> String.valueOf(known.getMessage());
            case IOException known -> String.valueOf(known.getMessage());
            case OutOfMemoryError _ -> strings.get("error.memory");
            default -> strings.get("error.unexpected");
        };
    }

    /// From the classes of the cause chain and where each was thrown: stable for a fault, short to read out.
    static String code(Throwable failure) {
        int hash = 17;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            hash = 31 * hash + cause.getClass().getName().hashCode();
            var trace = cause.getStackTrace();
            if (trace.length > 0) {
                hash = 31 * hash + (trace[0].getClassName() + trace[0].getMethodName()).hashCode();
            }
        }
        return "A-" + Integer.toString(Math.floorMod(hash, 36 * 36 * 36 * 36), 36).toUpperCase(Locale.ROOT);
    }
}
