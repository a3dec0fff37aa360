package org.askance.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.askance.app.text.Amounts;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;

/// One line that fills from left to right; where nothing can be drawn over, a line for every tenth.
final class ProgressBar {

    /// What is counted.
    enum Unit {
        PIECES, BYTES,
        /// Shares of a job whose parts are counted differently.
        SHARES
    }

    private static final int CELLS = 30;
    private static final long REDRAW_NS = 100_000_000;

    private final PrintWriter to;
    private final Strings strings;
    private final String title;
    private final Unit unit;
    private final boolean interactive;
    private final long start = System.nanoTime();
    /// What was done before: it took none of this time.
    private long before = -1;
    private long drawnAt;
    private long tenths;
    private boolean open;

    ProgressBar(PrintWriter to, Strings strings, String title, Unit unit, boolean interactive) {
        this.to = to;
        this.strings = strings;
        this.title = title;
        this.unit = unit;
        this.interactive = interactive;
    }

    /// @param total 0 or less while it is unknown
    synchronized void update(long done, long total) {
        if (total <= 0) {
            return;
        }
        before = before < 0 ? (unit == Unit.BYTES ? done : 0) : Math.min(before, done);
        if (interactive) {
            draw(done, total);
        } else if (10 * done / total > tenths) {
            tenths = 10 * done / total;
            to.println(line(done, total));
        }
    }

    private void draw(long done, long total) {
        long now = System.nanoTime();
        if (done < total && open && now - drawnAt < REDRAW_NS) {
            return;
        }
        drawnAt = now;
        open = true;
        int filled = (int) Math.min(CELLS, CELLS * done / total);
        to.print("\r" + "█".repeat(filled) + "░".repeat(CELLS - filled) + " " + line(done, total) + "\u001b[K");
        to.flush();
    }

    private String line(long done, long total) {
        double seconds = (System.nanoTime() - start) / 1e9;
        double perSecond = (done - before) / seconds;
        String left = perSecond > 0 && done < total
                ? ", " + strings.get("cli.left", Amounts.time((total - done) / perSecond))
                : "";
        return switch (unit) {
            case PIECES ->
                String.format(Locale.ROOT, "%s %d/%d, %s%s", title, done, total, Amounts.time(seconds), left);
            case SHARES -> title + " " + Numbers.percent((double) done / total) + ", " + Amounts.time(seconds) + left;
            case BYTES -> String.format(Locale.ROOT, "%s %s/%s%s%s", title, Amounts.bytes(strings, done),
                    Amounts.bytes(strings, total),
                    perSecond > 0 ? ", " + Amounts.bytes(strings, Math.round(perSecond)) + "/s" : "", left);
        };
    }

    /// Leaves the line as it stands.
    synchronized void end() {
        if (open) {
            to.println();
            open = false;
        }
    }
}
