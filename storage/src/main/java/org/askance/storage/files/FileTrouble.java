package org.askance.storage.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// Why a file cannot be read or written, in words: the system's own message is often no more than the path.
public final class FileTrouble {

    private FileTrouble() {}

    /// Part of a sentence, without an end, in English.
    public static String reason(IOException failure) {
        return told(failure).english();
    }

    /// Part of a sentence, without an end.
    public static Told told(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> OfFile.PERMISSIONS.with();
            case NoSuchFileException _ -> OfFile.NOT_THERE.with();
            case NotDirectoryException _ -> OfFile.NO_FOLDER.with();
            case FileSystemLoopException _ -> OfFile.CIRCLE.with();
            case EOFException _ -> OfFile.ENDS_EARLY.with();
            case FileSystemException system when system.getReason() != null -> Told.plain(system.getReason());
            case FileSystemException _ -> OfFile.NOT_ALLOWED.with();
            default -> failure.getMessage() == null || failure.getMessage().isBlank()
                    ? OfFile.NOT_SAID.with()
                    : ToldException.of(failure);
        };
    }
}
