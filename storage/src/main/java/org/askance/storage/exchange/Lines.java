package org.askance.storage.exchange;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Lines of bounded length; of a longer one only the beginning is kept, so that a file without line breaks
/// cannot fill the memory. Lines end with `\n`, `\r\n` or `\r`.
final class Lines {

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean cut;
    private boolean afterReturn;

    /// @param longest characters that a line may have
    Lines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// The next line without its end; `null` after the last.
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        cut = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            keep(from);
            if (at < end) {
                boolean empty = buffer[at] == '\n' && afterReturn && line.isEmpty() && from == at;
                afterReturn = buffer[at++] == '\r';
                if (!empty) {
                    return taken();
                }
                any = false;
            } else {
                afterReturn = false;
            }
        }
        return any ? taken() : null;
    }

    private void keep(int from) {
        if (at > from) {
            afterReturn = false;
        }
        int room = Math.max(0, longest - line.length());
        cut |= at - from > room;
        line.append(buffer, from, Math.min(room, at - from));
    }

    private String taken() {
        number++;
        return line.toString();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /// Of the line given last, from 1.
    long number() {
        return number;
    }

    /// Whether the line given last was too long and is not whole.
    boolean isCut() {
        return cut;
    }
}
