package org.askance.storage.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which examples have which word: the full-text index, read into plain arrays once. FTS5 needs a quarter of a second
/// to list the examples of a frequent beginning (`t*`) among a million; a union of these takes a few
/// milliseconds. About 4 bytes for each word of each text. Immutable; covers the examples up to [#lastId()],
/// later ones are left to FTS5.
final class WordIndex {

    /// Every word in UTF-8, in byte order, end to end.
    private final byte[] letters;
    private final int[] wordStarts;
    private final int[] postings;
    private final int[] postingStarts;
    private final Map<String, int[]> symbols;
    private final long lastId;

    private WordIndex(Builder builder, Map<String, int[]> symbols, long lastId) {
        letters = Arrays.copyOf(builder.letters, builder.letterCount);
        wordStarts = Arrays.copyOf(builder.wordStarts, builder.words + 1);
        postings = Arrays.copyOf(builder.postings, builder.postingCount);
        postingStarts = Arrays.copyOf(builder.postingStarts, builder.words + 1);
        this.symbols = symbols;
        this.lastId = lastId;
    }

    private WordIndex(ArrayInput in) {
        letters = in.bytes();
        wordStarts = in.ints();
        postings = in.ints();
        postingStarts = in.ints();
        symbols = new HashMap<>();
        for (long count = in.number(); count > 0; count--) {
            symbols.put(in.text(), in.ints());
        }
        lastId = in.number();
    }

    static WordIndex readFrom(ArrayInput in) {
        return new WordIndex(in);
    }

    void writeTo(ArrayOutput out) throws IOException {
        out.bytes(letters, letters.length);
        for (var one : List.of(wordStarts, postings, postingStarts)) {
            out.ints(one, one.length);
        }
        out.number(symbols.size());
        for (var symbol : symbols.entrySet()) {
            out.text(symbol.getKey());
            out.ints(symbol.getValue(), symbol.getValue().length);
        }
        out.number(lastId);
    }

    long lastId() {
        return lastId;
    }

    /// Reads the index, within the transaction in which `columns` were read.
    static WordIndex read(Connection connection, Columns columns) throws SQLException {
        var builder = new Builder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT term, group_concat(doc, ' ') FROM example_word GROUP BY term")) {
            while (rows.next()) {
                builder.word(rows.getBytes(1));
                var documents = new Digits(rows.getBytes(2));
                long last = -1;
                while (documents.hasMore()) {
                    long id = documents.number();
                    if (id != last) {
                        builder.posting(columns.position(id));
                        last = id;
                    }
                }
            }
        }
        return new WordIndex(builder, symbols(connection, columns),
                columns.size == 0 ? 0 : columns.ids[columns.size - 1]);
    }

    /// Emoji are no words to FTS5: of each, where it stands.
    private static Map<String, int[]> symbols(Connection connection, Columns columns) throws SQLException {
        var found = new HashMap<String, int[]>();
        var counts = new HashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, text FROM example WHERE text GLOB '*[^' || char(1) || '-' || char(127) || ']*' ORDER BY id")) {
            while (rows.next()) {
                int at = columns.position(rows.getLong(1));
                for (var symbol : TextTerms.symbols(rows.getString(2))) {
                    int count = counts.merge(symbol, 1, Integer::sum);
                    var places = found.computeIfAbsent(symbol, _ -> new int[4]);
                    if (count > places.length) {
                        places = Arrays.copyOf(places, 2 * count);
                        found.put(symbol, places);
                    }
                    places[count - 1] = at;
                }
            }
        }
        found.replaceAll((symbol, places) -> Arrays.copyOf(places, counts.getOrDefault(symbol, 0)));
        return found;
    }

    /// Adds to `bits` the examples with a word that is `token` or begins with it.
    void word(String token, boolean prefix, long[] bits) {
        byte[] wanted = token.getBytes(StandardCharsets.UTF_8);
        for (int word = first(wanted); word < wordStarts.length - 1 && startsWith(word, wanted); word++) {
            if (prefix || wordStarts[word + 1] - wordStarts[word] == wanted.length) {
                put(word, bits);
            }
        }
    }

    /// Adds to `bits` the examples with a word that contains `part`.
    void part(String part, long[] bits) {
        byte[] wanted = part.getBytes(StandardCharsets.UTF_8);
        for (int word = 0; word < wordStarts.length - 1; word++) {
            for (int at = wordStarts[word]; at <= wordStarts[word + 1] - wanted.length; at++) {
                if (letters[at] == wanted[0] && Arrays.equals(letters, at, at + wanted.length, wanted, 0,
                        wanted.length)) {
                    put(word, bits);
                    break;
                }
            }
        }
    }

    /// Adds to `bits` the examples with this emoji.
    void symbol(String symbol, long[] bits) {
        for (int at : symbols.getOrDefault(symbol, new int[0])) {
            bits[at >>> 6] |= 1L << at;
        }
    }

    private void put(int word, long[] bits) {
        for (int i = postingStarts[word]; i < postingStarts[word + 1]; i++) {
            bits[postings[i] >>> 6] |= 1L << postings[i];
        }
    }

    private boolean startsWith(int word, byte[] wanted) {
        int from = wordStarts[word];
        return wordStarts[word + 1] - from >= wanted.length
                && Arrays.equals(letters, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /// The first word that is not before `wanted`.
    private int first(byte[] wanted) {
        int low = 0;
        int high = wordStarts.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(letters, wordStarts[middle], wordStarts[middle + 1], wanted, 0,
                    wanted.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class Builder {
        private byte[] letters = new byte[1 << 16];
        private int[] wordStarts = new int[1 << 12];
        private int[] postings = new int[1 << 16];
        private int[] postingStarts = new int[1 << 12];
        private int letterCount;
        private int postingCount;
        private int words;

        void word(byte[] word) {
            if (words + 2 > wordStarts.length) {
                wordStarts = Arrays.copyOf(wordStarts, 2 * wordStarts.length);
                postingStarts = Arrays.copyOf(postingStarts, 2 * postingStarts.length);
            }
            if (letterCount + word.length > letters.length) {
                letters = Arrays.copyOf(letters, 2 * (letterCount + word.length));
            }
            System.arraycopy(word, 0, letters, letterCount, word.length);
            letterCount += word.length;
            wordStarts[++words] = letterCount;
            postingStarts[words] = postingCount;
        }

        void posting(int position) {
            if (postingCount == postings.length) {
                postings = Arrays.copyOf(postings, postingCount + (postingCount >> 1));
            }
            postings[postingCount++] = position;
            postingStarts[words] = postingCount;
        }
    }
}
