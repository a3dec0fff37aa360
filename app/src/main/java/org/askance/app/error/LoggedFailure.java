package org.askance.app.error;

import java.nio.file.FileSystemException;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.device.DeviceException;
import org.askance.model.hub.HubException;
import org.askance.model.training.TrainingException;
import org.askance.storage.sql.StorageException;

/// A failure as the log tells it: every cause with its frames, without the words of any tweet. Parsers, query engines
/// and controls quote what they choked on; so only messages known to name files, devices and numbers are kept.
final class LoggedFailure {

    private static final int MOST_CAUSES = 8;

    private LoggedFailure() {}

    static String of(Throwable failure) {
        var text = new StringBuilder();
        var cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "Caused by: ").append(cause.getClass().getName()).append(said(cause))
                    .append('\n');
            for (var frame : cause.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        if (message == null) {
            return "";
        }
        return isKept(cause) ? ": " + message : " (" + message.length() + " characters kept out of the log)";
    }

    private static boolean isKept(Throwable cause) {
        return switch (cause) {
            case StorageException _,CheckpointException _,TrainingException _,DeviceException _,HubException _ -> true;
            case FileSystemException _ -> true;
            case LinkageError _,VirtualMachineError _,NullPointerException _,ClassCastException _ -> true;
            case IndexOutOfBoundsException _,ArithmeticException _ -> true;
            default -> false;
        };
    }
}
