package org.askance.model.input;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.askance.model.told.ToldException;

/// Turns texts into the ids of a `tokenizer.json`, special tokens included, cut to the most that the
/// encoder takes. Safe from any thread.
public final class Tokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;

    private Tokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// @param mostTokens texts of more keep their start and their end-of-text token
    /// @throws IOException if the file is missing or no tokenizer; the message names it
    public static Tokenizer open(Path tokenizerJson, int mostTokens) throws IOException {
        try {
            return new Tokenizer(
                    HuggingFaceTokenizer.builder().optTokenizerPath(tokenizerJson).optAddSpecialTokens(true)
                            .optTruncation(true).optMaxLength(mostTokens).optPadding(false).build());
        } catch (IOException | RuntimeException e) {
            throw new ToldException(OfCheckpoint.TOKENIZER_UNREADABLE.with(tokenizerJson, Told.plain(e.getMessage())),
                    e);
        }
    }

    /// One array of ids per text, unpadded.
    public List<long[]> ids(List<String> texts) {
        return texts.stream().map(this::ids).toList();
    }

    /// As [#ids(String)], cut to `most` ids; the last one is the end-of-text token then too.
    public long[] ids(String text, int most) {
        long[] ids = ids(text);
        if (ids.length <= most) {
            return ids;
        }
        long[] cut = Arrays.copyOf(ids, most);
        cut[most - 1] = ids[ids.length - 1];
        return cut;
    }

    public long[] ids(String text) {
        // A lone surrogate is no text that UTF-8 can carry to the library.
        return tokenizer.encode(text.replaceAll("[\\ud800-\\udfff]", "\ufffd")).getIds();
    }

    /// The tokens that [#ids(String)] stands for, special ones included.
    public List<String> tokens(String text) {
        return List.of(tokenizer.encode(text.replaceAll("[\\ud800-\\udfff]", "\ufffd")).getTokens());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
