package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, as sentences with a remedy.
final class Failures {

    private Failures() {}

    /// @param what was to be done, as a participle: read, written
    static StorageException of(Path file, String what, SQLException e) {
        var code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the plain one in their last byte.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new DamagedException(file, message(e), e);
            case SQLITE_FULL -> said(file, what, "the disk is full. Make room and do it again", e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                said(file, what, "another program holds it locked. Close that program and do it again", e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                said(file, what,
                        "the system does not allow it (" + message(e) + "). Check the permissions of file and folder",
                        e);
            default -> said(file, what, message(e)
                    + ". Check that the disk has room and that the folder may be written", e);
        };
    }

    private static StorageException said(Path file, String what, String why, SQLException e) {
        return new StorageException("%s cannot be %s: %s; this step changed nothing.".formatted(file, what, why), e);
    }

    private static String message(SQLException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("[.\\s]+$", "");
    }
}
