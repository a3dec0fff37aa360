package org.askance.model.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Makes a `tokenizer.json` with BERT's lower-casing normaliser and a small WordPiece vocabulary: the words
/// of given texts, and every character alone and as a continuation, so that hardly any text is unknown.
public final class WordPieces {

    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int FEWEST_USES = 2;

    private WordPieces() {}

    /// Id of the padding token.
    public static final long PAD = 0;
    /// Id of the token that ends every text.
    public static final long END = 3;

    /// Writes the tokenizer for `texts` to `file`.
    ///
    /// @return how many tokens it knows
    public static int write(Path file, Iterable<String> texts) throws IOException {
        var vocabulary = vocabulary(texts);
        new ObjectMapper().writeValue(file.toFile(), TokenizerJson.bert(vocabulary, true));
        return vocabulary.size();
    }

    private static Map<String, Integer> vocabulary(Iterable<String> texts) {
        var uses = new TreeMap<String, Integer>();
        var characters = new TreeSet<String>();
        for (int c = '!'; c <= '~'; c++) {
            characters.add(Character.toString(Character.toLowerCase(c)));
        }
        for (var text : texts) {
            // As BertNormalizer: accents and joiners go, then lower case.
            String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\p{Mn}\\p{C}]", "")
                    .toLowerCase(Locale.ROOT);
            var words = WORD.matcher(plain);
            while (words.find()) {
                uses.merge(words.group(), 1, Integer::sum);
            }
            plain.codePoints().filter(c -> !Character.isWhitespace(c)).mapToObj(Character::toString)
                    .forEach(characters::add);
        }
        var vocabulary = new LinkedHashMap<String, Integer>();
        SPECIAL.forEach(token -> vocabulary.put(token, vocabulary.size()));
        characters.forEach(c -> vocabulary.putIfAbsent(c, vocabulary.size()));
        characters.forEach(c -> vocabulary.putIfAbsent("##" + c, vocabulary.size()));
        uses.entrySet().stream().filter(word -> word.getValue() >= FEWEST_USES)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(word -> vocabulary.putIfAbsent(word.getKey(), vocabulary.size()));
        return vocabulary;
    }
}
