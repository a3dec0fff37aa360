package org.askance.model.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.ToldException;

/// Builds a `tokenizer.json` for checkpoints that come without one: the library reads a bare vocabulary, but
/// not with the normaliser that belongs to it.
public final class TokenizerJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BERT_SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    private static final String CLIP_START = "<|startoftext|>";
    private static final String CLIP_END = "<|endoftext|>";
    /// How CLIP cuts a text into words before it looks them up.
    private static final String CLIP_WORDS = "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d"
            + "|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private TokenizerJson() {}

    /// The tokenizer of a Hugging Face folder: its own `tokenizer.json`, or one built into `spare` from
    /// `vocab.txt` (BERT) or `vocab.json` and `merges.txt` (CLIP).
    ///
    /// @throws IOException if the folder has none of these, or they make no sense; the message names the file
    public static Path of(Path folder, Path spare) throws IOException {
        if (Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            return folder.resolve("tokenizer.json");
        }
        if (Files.isRegularFile(folder.resolve("vocab.txt"))) {
            JSON.writeValue(spare.toFile(), bert(vocabulary(folder.resolve("vocab.txt")), lowerCase(folder)));
            return spare;
        }
        if (Files.isRegularFile(folder.resolve("vocab.json")) && Files.isRegularFile(folder.resolve("merges.txt"))) {
            JSON.writeValue(spare.toFile(), clip(folder.resolve("vocab.json"), folder.resolve("merges.txt")));
            return spare;
        }
        throw new ToldException(OfCheckpoint.NO_TOKENIZER.with(folder));
    }

    private static Map<String, Integer> vocabulary(Path file) throws IOException {
        var vocabulary = new LinkedHashMap<String, Integer>();
        for (var line : Files.readString(file).split("\n", -1)) {
            String token = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!token.isEmpty()) {
                vocabulary.putIfAbsent(token, vocabulary.size());
            }
        }
        for (var token : BERT_SPECIAL) {
            if (!vocabulary.containsKey(token)) {
                throw new ToldException(OfCheckpoint.TOKEN_MISSING.with(file, token));
            }
        }
        return vocabulary;
    }

    private static boolean lowerCase(Path folder) throws IOException {
        var file = folder.resolve("tokenizer_config.json");
        try {
            return !Files.isRegularFile(file) || JSON.readTree(file.toFile()).path("do_lower_case").asBoolean(true);
        } catch (JacksonException e) {
            throw new ToldException(OfCheckpoint.TOKENIZER_NO_JSON.with(file), e);
        }
    }

    /// BERT's WordPiece with the vocabulary given.
    static Map<String, Object> bert(Map<String, Integer> vocabulary, boolean lowerCase) {
        var json = new LinkedHashMap<String, Object>();
        json.put("version", "1.0");
        json.put("added_tokens", BERT_SPECIAL.stream()
                .map(token -> added(Objects.requireNonNull(vocabulary.get(token)), token, false)).toList());
        var normaliser = new LinkedHashMap<String, Object>();
        normaliser.put("type", "BertNormalizer");
        normaliser.put("clean_text", true);
        normaliser.put("handle_chinese_chars", true);
        normaliser.put("strip_accents", null);
        normaliser.put("lowercase", lowerCase);
        json.put("normalizer", normaliser);
        json.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
        var first = List.of(special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0));
        var pair = new ArrayList<Map<String, Object>>(first);
        pair.add(sequence("B", 1));
        pair.add(special("[SEP]", 1));
        json.put("post_processor", Map.of("type", "TemplateProcessing", "single", first, "pair", pair,
                "special_tokens", Map.of("[CLS]", ids("[CLS]", vocabulary), "[SEP]", ids("[SEP]", vocabulary))));
        json.put("decoder", Map.of("type", "WordPiece", "prefix", "##", "cleanup", true));
        json.put("model", Map.of("type", "WordPiece", "unk_token", "[UNK]", "continuing_subword_prefix", "##",
                "max_input_chars_per_word", 100, "vocab", vocabulary));
        return json;
    }

    private static Map<String, Object> clip(Path vocabularyFile, Path mergesFile) throws IOException {
        var vocabulary = new LinkedHashMap<String, Integer>();
        try {
            JSON.readTree(vocabularyFile.toFile()).properties()
                    .forEach(token -> vocabulary.put(token.getKey(), token.getValue().asInt()));
        } catch (JacksonException e) {
            throw new ToldException(OfCheckpoint.TOKENIZER_NO_JSON.with(vocabularyFile), e);
        }
        var start = vocabulary.get(CLIP_START);
        var end = vocabulary.get(CLIP_END);
        if (start == null || end == null) {
            throw new ToldException(OfCheckpoint.CLIP_TOKENS_MISSING.with(vocabularyFile, CLIP_START, CLIP_END));
        }
        var merges = Files.readString(mergesFile, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#version")).toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("version", "1.0");
        json.put("added_tokens", List.of(added(start, CLIP_START, true), added(end, CLIP_END, false)));
        json.put("normalizer", Map.of("type", "Sequence", "normalizers", List.of(Map.of("type", "NFC"),
                Map.of("type", "Replace", "pattern", Map.of("Regex", "\\s+"), "content", " "),
                Map.of("type", "Lowercase"))));
        json.put("pre_tokenizer", Map.of("type", "Sequence", "pretokenizers", List.of(
                Map.of("type", "Split", "pattern", Map.of("Regex", CLIP_WORDS), "behavior", "Removed", "invert", true),
                Map.of("type", "ByteLevel", "add_prefix_space", false, "trim_offsets", true, "use_regex", true))));
        json.put("post_processor", Map.of("type", "RobertaProcessing", "sep", List.of(CLIP_END, end), "cls",
                List.of(CLIP_START, start), "trim_offsets", false, "add_prefix_space", false));
        json.put("decoder",
                Map.of("type", "ByteLevel", "add_prefix_space", true, "trim_offsets", true, "use_regex", true));
        json.put("model", Map.of("type", "BPE", "unk_token", CLIP_END, "continuing_subword_prefix", "",
                "end_of_word_suffix", "</w>", "fuse_unk", false, "byte_fallback", false, "vocab", vocabulary,
                "merges", merges));
        return json;
    }

    private static Map<String, Object> added(int id, String token, boolean normalised) {
        return Map.of("id", id, "content", token, "single_word", false, "lstrip", false, "rstrip", false, "normalized",
                normalised, "special", true);
    }

    private static Map<String, Object> ids(String token, Map<String, Integer> vocabulary) {
        return Map.of("id", token, "ids", List.of(Objects.requireNonNull(vocabulary.get(token))), "tokens",
                List.of(token));
    }

    private static Map<String, Object> special(String id, int type) {
        return Map.of("SpecialToken", Map.of("id", id, "type_id", type));
    }

    private static Map<String, Object> sequence(String id, int type) {
        return Map.of("Sequence", Map.of("id", id, "type_id", type));
    }
}
