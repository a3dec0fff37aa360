package org.askance.storage.exchange;

/// How many characters of more than one byte are valid UTF-8, and how many bytes are not. A character that the
/// ends cut counts for neither.
record Utf8Count(long good, long bad) {

    static Utf8Count of(byte[] bytes) {
        long good = 0;
        long bad = 0;
        int i = 0;
        // The window may begin within a character.
        while (i < Math.min(3, bytes.length) && (bytes[i] & 0xC0) == 0x80) {
            i++;
        }
        while (i < bytes.length) {
            int length = length(bytes[i]);
            if (length == 1) {
                i++;
            } else if (length > 1 && i + length > bytes.length) {
                break;
            } else if (length > 1 && continues(bytes, i + 1, i + length)) {
                good++;
                i += length;
            } else {
                bad++;
                i++;
            }
        }
        return new Utf8Count(good, bad);
    }

    /// By the first byte; 0 if none begins so.
    private static int length(byte first) {
        int b = first & 0xFF;
        if (b < 0x80) {
            return 1;
        }
        if (b < 0xC2 || b > 0xF4) {
            return 0;
        }
        return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    private static boolean continues(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
