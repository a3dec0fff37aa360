package org.askance.storage.exchange;

import java.text.Normalizer;
import java.util.Locale;

/// 64 bits by which tweets that say the same are found: of the text without case, links, mentions, spaces and
/// punctuation. Emoji count, since they change what is meant.
public final class NearText {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private NearText() {}

    /// 0 if nothing of the text is left.
    public static long hash(String text) {
        String plain = (isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        long hash = FNV_OFFSET;
        int from = 0;
        while (from < plain.length()) {
            int to = from;
            while (to < plain.length() && !Character.isWhitespace(plain.charAt(to))) {
                to++;
            }
            if (!isAddress(plain, from)) {
                hash = add(hash, plain, from, to);
            }
            from = to + 1;
        }
        return hash == FNV_OFFSET ? 0 : spread(hash);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddress(String text, int at) {
        return text.startsWith("http", at) || text.startsWith("www.", at) || text.startsWith("@", at)
                || text.startsWith("<url>", at) || text.startsWith("<user>", at);
    }

    private static long add(long hash, String text, int from, int to) {
        long sum = hash;
        for (int i = from; i < to;) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL) {
                sum = (sum ^ c) * FNV_PRIME;
            }
            i += Character.charCount(c);
        }
        return sum;
    }

    /// FNV leaves its upper bits alike for short texts.
    private static long spread(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 33;
    }
}
