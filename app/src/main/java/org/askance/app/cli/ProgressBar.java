package org.askance.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// One line that fills from left to right; where nothing can be drawn over, a line for every tenth.
final class ProgressBar {

    private static final int CELLS = 30;
    private static final long REDRAW_NS = 100_000_000;

    private final PrintWriter to;
    private final String title;
    private final boolean interactive;
    private final long start = System.nanoTime();
    private long drawnAt;
    private long tenths;
    private boolean open;

    ProgressBar(PrintWriter to, String title, boolean interactive) {
        this.to = to;
        this.title = title;
        this.interactive = interactive;
    }

    /// @param total 0 or less while it is unknown
    synchronized void update(long done, long total) {
        if (total <= 0) {
            return;
        }
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
        String left = done > 0 && done < total ? ", " + time(seconds * (total - done) / done) + " left" : "";
        return String.format(Locale.ROOT, "%s %d/%d, %s%s", title, done, total, time(seconds), left);
    }

    private static String time(double seconds) {
        var duration = Duration.ofSeconds(Math.round(seconds));
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    /// Leaves the line as it stands.
    synchronized void end() {
        if (open) {
            to.println();
            open = false;
        }
    }
}
