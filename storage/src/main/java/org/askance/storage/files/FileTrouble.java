package org.askance.storage.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file cannot be read or written, in words: the system's own message is often no more than the path.
public final class FileTrouble {

    private FileTrouble() {}

    /// Part of a sentence, without an end.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "its permissions do not allow it";
            case NoSuchFileException _ -> "it is not there, or no longer";
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemLoopException _ -> "its links lead in a circle";
            case EOFException _ -> "it ends too early";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case FileSystemException _ -> "the system does not allow it";
            default -> failure.getMessage() == null || failure.getMessage().isBlank()
                    ? "the system does not say why"
                    : failure.getMessage();
        };
    }
}
