package org.askance.storage.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;

/// Records of a CSV stream (RFC 4180), one at a time and of bounded length. Where a quote never closes, or closes
/// within a cell, only the line on which the record began is lost: reading goes on behind it.
final class CsvRecords {

    /// Breaks that make much be read twice; more of them end the reading, or a hostile file would take hours.
    private static final int MOST_LONG_BREAKS = 100;
    private static final int LONG_BREAK = 1 << 16;

    private final Reader in;
    private final char delimiter;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int end;
    /// What is read again after a break.
    private String again = "";
    private int againAt;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private long nextLine = 1;
    private long line;
    private int longBreaks;

    /// @param longest characters that a record may have
    CsvRecords(Reader in, char delimiter, int longest) {
        this.in = in;
        this.delimiter = delimiter;
        this.longest = longest;
    }

    /// What comes next in the stream.
    sealed interface Next {
        record Cells(List<String> cells) implements Next {}

        /// @param reason why the line is broken
        record Broken(Told reason) implements Next {}

        record End() implements Next {}
    }

    char delimiter() {
        return delimiter;
    }

    /// On which the record given last began, from 1.
    long line() {
        return line;
    }

    Next next() throws IOException {
        var next = record();
        // Empty lines are no records.
        while (next instanceof Next.Cells(List<String> cells) && cells.size() == 1 && cells.getFirst().isEmpty()) {
            next = record();
        }
        return next;
    }

    private Next record() throws IOException {
        raw.setLength(0);
        line = nextLine;
        var cells = new ArrayList<String>();
        while (true) {
            int c = take();
            if (c < 0 && raw.isEmpty()) {
                return new Next.End();
            }
            cell.setLength(0);
            if (c == '"') {
                if (!quoted()) {
                    return broken(OfReading.QUOTE_UNCLOSED.with());
                }
                c = take();
                if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
                    return broken(OfReading.BEHIND_QUOTE.with());
                }
            } else {
                c = plain(c);
            }
            if (raw.length() > longest) {
                return broken(OfReading.LONG_RECORD.with(longest));
            }
            cells.add(cell.toString());
            if (c != delimiter) {
                endLine(c);
                return new Next.Cells(cells);
            }
        }
    }

    /// Reads an unquoted cell and returns what ended it.
    private int plain(int first) throws IOException {
        int c = first;
        while (c >= 0 && c != delimiter && c != '\n' && c != '\r' && raw.length() <= longest) {
            cell.append((char) c);
            c = take();
        }
        return c;
    }

    /// Reads a cell behind its opening quote; whether it closes.
    private boolean quoted() throws IOException {
        while (raw.length() <= longest) {
            int c = take();
            if (c < 0) {
                return false;
            }
            if (c == '"') {
                if (peek() != '"') {
                    return true;
                }
                take();
            }
            cell.append((char) c);
        }
        return false;
    }

    private void endLine(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            take();
        }
        nextLine = line + lines(raw);
    }

    private static int lines(CharSequence text) {
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                lines++;
            }
        }
        return lines;
    }

    /// Goes back to the line after the one on which the record began.
    private Next broken(Told reason) throws IOException {
        if (raw.length() > LONG_BREAK && ++longBreaks > MOST_LONG_BREAKS) {
            while (take() >= 0) {
                raw.setLength(0);
            }
            return new Next.Broken(OfReading.TOO_MANY_BROKEN.with(reason));
        }
        int behind = 0;
        while (behind < raw.length() && raw.charAt(behind) != '\n' && raw.charAt(behind) != '\r') {
            behind++;
        }
        if (behind == raw.length()) {
            skipLine();
        } else {
            boolean two = raw.charAt(behind) == '\r' && behind + 1 < raw.length() && raw.charAt(behind + 1) == '\n';
            again = raw.substring(behind + (two ? 2 : 1)) + again.substring(againAt);
            againAt = 0;
        }
        nextLine = line + 1;
        return new Next.Broken(reason);
    }

    /// To the end of a line whose beginning alone fills the bound.
    private void skipLine() throws IOException {
        int c = take();
        while (c >= 0 && c != '\n' && c != '\r') {
            raw.setLength(0);
            c = take();
        }
        if (c == '\r' && peek() == '\n') {
            take();
        }
    }

    private int take() throws IOException {
        int c = peek();
        if (c >= 0) {
            raw.append((char) c);
            if (againAt < again.length()) {
                againAt++;
            } else {
                at++;
            }
        }
        return c;
    }

    private int peek() throws IOException {
        if (againAt < again.length()) {
            return again.charAt(againAt);
        }
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end == 0 ? -1 : buffer[at];
    }
}
