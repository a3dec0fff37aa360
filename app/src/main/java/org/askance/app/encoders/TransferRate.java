package org.askance.app.encoders;

import java.util.ArrayDeque;

/// How fast bytes come, over the last seconds: steady enough to read, quick enough to believe.
final class TransferRate {

    private static final long WINDOW_NS = 8_000_000_000L;
    private static final long LEAST_NS = 500_000_000L;

    private record Seen(long atNs, long done) {}

    private final ArrayDeque<Seen> seen = new ArrayDeque<>();

    /// @param done bytes that are there; fewer than before when it starts over
    void add(long atNs, long done) {
        if (!seen.isEmpty() && done < seen.getLast().done) {
            seen.clear();
        }
        seen.add(new Seen(atNs, done));
        while (atNs - seen.getFirst().atNs > WINDOW_NS) {
            seen.removeFirst();
        }
    }

    /// 0 while there is not enough to tell.
    double perSecond() {
        if (seen.isEmpty()) {
            return 0;
        }
        long time = seen.getLast().atNs - seen.getFirst().atNs;
        return time < LEAST_NS ? 0 : 1e9 * (seen.getLast().done - seen.getFirst().done) / time;
    }
}
