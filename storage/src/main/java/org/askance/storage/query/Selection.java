package org.askance.storage.query;

/// What a query found, kept while examples change under it.
final class Selection {

    private final Plan plan;
    private final int size;
    private final boolean lasting;
    final long[] bits;

    /// @param lasting whether `plan` follows changes of single examples
    Selection(Plan plan, int size, boolean lasting) {
        this.plan = plan;
        this.size = size;
        this.lasting = lasting;
        bits = new long[Bits.words(size)];
        for (int word = 0; word < bits.length; word++) {
            block(word);
        }
    }

    private void block(int word) {
        long past = word == bits.length - 1 && (size & 63) != 0 ? -1L << size : 0;
        bits[word] = plan.block(word) & ~past;
    }

    /// Looks again at `positions`.
    ///
    /// @return whether this can still be used
    boolean follow(int[] positions) {
        for (int position : positions) {
            block(position >>> 6);
        }
        return lasting;
    }
}
