package org.askance.app.work;

import java.util.Arrays;

/// Which keys were there before, by 64-bit hashes: 16 bytes a key. Two of a million keys are taken for the same once in
/// forty million sources.
final class KeySet {

    private long[] table = new long[1 << 10];
    private int size;

    /// Whether `key` is new.
    boolean add(String key) {
        if (2 * size >= table.length) {
            grow();
        }
        boolean added = put(table, hash(key));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        var larger = new long[2 * table.length];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int at = (int) (hash >>> 32) & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        return true;
    }

    /// Never 0, which means an empty place.
    private static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
