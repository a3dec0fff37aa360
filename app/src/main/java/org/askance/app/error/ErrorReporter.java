package org.askance.app.error;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.askance.app.text.Strings;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.device.DeviceException;
import org.askance.model.hub.HubException;
import org.askance.model.training.TrainingException;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.sql.DamagedException;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.ToldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns failures into sentences, logs each once with its trace, and hands the report on. Thread-safe.
public final class ErrorReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReporter.class);

    /// None is taken for another when it is read out or copied by hand, as 8 and B, 1 and I, 0 and O are.
    private static final String SIGNS = "2346789ACDEFGHJKMNPRTVWXY";
    private static final int CODE_LENGTH = 4;

    /// What people see.
    ///
    /// @param attempted what was being done, as the status bar named it; may be empty
    /// @param sentence  what happened and what to do
    /// @param holds     what is safe nevertheless
    /// @param code      finds the entry in the log; the same fault has the same code
    public record Report(Instant at, String attempted, String sentence, String holds, String code) {}

    private final Strings strings;
    private final Clock clock;
    private final Consumer<Report> shown;

    /// @param shown called on the thread that reports
    public ErrorReporter(Strings strings, Clock clock, Consumer<Report> shown) {
        this.strings = strings;
        this.clock = clock;
        this.shown = shown;
    }

    public void report(Throwable failure) {
        report(failure, "");
    }

    /// @param attempted what was being done; may be empty
    public void report(Throwable failure, String attempted) {
        var unwrapped = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        String holds = strings.get(holds(unwrapped));
        var cause = unwrapped instanceof NotSavedException unsaved && unsaved.getCause() != null
                ? unsaved.getCause()
                : unwrapped;
        String code = code(cause);
        LOG.error("{} {}", code, LoggedFailure.of(cause));
        shown.accept(new Report(clock.instant(), attempted, sentence(cause), holds, code));
    }

    private static String holds(Throwable failure) {
        return switch (failure) {
            case NotSavedException unsaved when unsaved.getCause() instanceof DamagedException -> "error.holds.damaged";
            case NotSavedException _ -> "error.holds.unsaved";
            case DamagedException _ -> "error.holds.damaged";
            case TrainingException _ -> "error.holds.training";
            default -> "error.holds";
        };
    }

    private String sentence(Throwable failure) {
        return switch (failure) {
            case StorageException known -> known.told().in(strings::told);
            case CheckpointException known -> known.told().in(strings::told);
            case TrainingException known -> known.told().in(strings::told);
            case DeviceException known -> known.told().in(strings::told);
            case HubException known -> known.told().in(strings::told);
            case ToldException known -> known.told().in(strings::told);
            case FileSystemException system when system.getFile() != null -> strings.get("error.file",
                    system.getFile(), FileTrouble.told(system).in(strings::told));
            case IOException known -> FileTrouble.told(known).in(strings::told);
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
        var code = new StringBuilder("A-");
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(SIGNS.charAt(Math.floorMod(hash, SIGNS.length())));
            hash = Math.floorDiv(hash, SIGNS.length());
        }
        return code.toString();
    }
}
