package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, as sentences with a remedy.
final class Failures {

    private Failures() {}

    /// @param what could not be done with the file, and why: takes both
    static StorageException of(Path file, OfProject what, SQLException e) {
        return of(e, file, why -> what.with(file, why));
    }

    /// @param whole the sentence around the reason
    static StorageException of(SQLException e, Path file, Function<Told, Told> whole) {
        var code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the plain one in their last byte.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            // What SQLite adds is in English, and says no more.
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new DamagedException(file, code.name(), e);
            case SQLITE_FULL -> new StorageException(whole.apply(OfProject.DISK_FULL.with()), e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new StorageException(whole.apply(OfProject.LOCKED.with()), e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                new StorageException(whole.apply(OfProject.NOT_ALLOWED.with(message(e))), e);
            default -> new StorageException(whole.apply(OfProject.OTHER_TROUBLE.with(message(e))), e);
        };
    }

    private static String message(SQLException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("[.\\s]+$", "");
    }
}
