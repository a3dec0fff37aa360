package org.askance.app.browse;

import java.util.Arrays;
import java.util.BitSet;

/// Which of the pairs found are selected, and where one is among them: positions, whether their rows have been read or
/// not, so that a million are selected as fast as one. Not thread-safe.
final class Selection {

    static final int NOWHERE = -1;

    private final BitSet selected = new BitSet();
    private long[] found = {};
    private int count;
    private int cursor = NOWHERE;
    private int anchor = NOWHERE;

    int count() {
        return count;
    }

    int found() {
        return found.length;
    }

    /// The position that keys start from; [#NOWHERE] before there is one.
    int cursor() {
        return cursor;
    }

    boolean has(int position) {
        return position >= 0 && selected.get(position);
    }

    /// Ids of the selected, ascending.
    long[] ids() {
        return selected.stream().mapToLong(position -> found[position]).toArray();
    }

    /// The id at the cursor, or -1.
    long here() {
        return cursor == NOWHERE ? NOWHERE : found[cursor];
    }

    void only(int position) {
        selected.clear();
        selected.set(position);
        stand(position);
    }

    void toggle(int position) {
        selected.flip(position);
        stand(position);
    }

    /// Selects all from where the selection began to `position`, and nothing else unless `adding`.
    void extend(int position, boolean adding) {
        int from = anchor == NOWHERE ? position : anchor;
        if (!adding) {
            selected.clear();
        }
        selected.set(Math.min(from, position), Math.max(from, position) + 1);
        stand(position);
        anchor = from;
    }

    /// Goes to `position`, or as near to it as there is one; what is selected stays.
    void go(int position) {
        if (found.length > 0) {
            stand(Math.clamp(position, 0, found.length - 1));
        }
    }

    void all() {
        selected.set(0, found.length);
        count = found.length;
    }

    void clear() {
        selected.clear();
        count = 0;
        anchor = cursor;
    }

    private void stand(int position) {
        cursor = position;
        anchor = position;
        count = selected.cardinality();
    }

    /// Takes up what was found anew. Those that are still found stay selected.
    ///
    /// @param ids ascending, as those before were
    /// @return how many selected ones are not found any more
    int follow(long[] ids) {
        int before = count;
        if (!Arrays.equals(ids, found)) {
            cursor = place(ids, cursor);
            anchor = place(ids, anchor);
            var still = new BitSet(ids.length);
            int at = 0;
            for (int old = selected.nextSetBit(0); old >= 0; old = selected.nextSetBit(old + 1)) {
                while (at < ids.length && ids[at] < found[old]) {
                    at++;
                }
                if (at < ids.length && ids[at] == found[old]) {
                    still.set(at);
                }
            }
            selected.clear();
            selected.or(still);
            count = selected.cardinality();
            found = ids;
        }
        return before - count;
    }

    /// Where the pair at an old position is now, or the one that stands in its place.
    private int place(long[] ids, int old) {
        if (old == NOWHERE || ids.length == 0) {
            return NOWHERE;
        }
        int at = Arrays.binarySearch(ids, found[old]);
        return Math.min(at >= 0 ? at : -at - 1, ids.length - 1);
    }
}
