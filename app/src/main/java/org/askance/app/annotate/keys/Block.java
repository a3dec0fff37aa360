package org.askance.app.annotate.keys;

import java.util.Locale;
import java.util.Optional;
import org.askance.app.ui.Stroke;

/// Which part of the keyboard answers two tasks with one key: its rows are the first task's labels, its columns the
/// second's.
public enum Block {
    OFF(""), NUMBERS("789 456 123"), LETTERS("QWERTYUIOP ASDFGHJKL ZXCVBNM");

    private final String rows;

    Block(String rows) {
        this.rows = rows;
    }

    /// Lasting: it is kept under this name.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Block of(String key) {
        for (var one : values()) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return OFF;
    }

    /// The key in a row and column; empty where the block does not reach.
    Optional<Stroke> at(int row, int column) {
        var keys = rows.split(" ", -1);
        return row < keys.length && column < keys[row].length()
                ? Stroke.typed(keys[row].substring(column, column + 1))
                : Optional.empty();
    }
}
