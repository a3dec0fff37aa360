package org.askance.storage.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.stream.Stream;
import org.mozilla.universalchardet.UniversalDetector;

/// Bytes to text when nobody says in which encoding they are.
public final class TextDecoding {

    private static final int MOST_TEXTS = 2_000;
    private static final int FEW_TEXTS = 8;
    private static final List<Charset> TWO_BYTES = Stream.of("GB18030", "Shift_JIS", "EUC-KR", "Big5")
            .map(Charset::forName).toList();
    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    private TextDecoding() {}

    /// @param charset the encoding that was found
    public record Decoded(String text, Charset charset) {}

    /// UTF-8 where the bytes are valid, else what Mozilla's detector says, else windows-1252. A byte order mark
    /// and control characters other than line breaks and tabs are dropped.
    public static Decoded decode(byte[] bytes) {
        return decode(bytes, detect(Stream.of(bytes)));
    }

    /// As [#decode(byte[])], but with `other` where the bytes are not UTF-8, and windows-1252 where they are not
    /// valid there either.
    public static Decoded decode(byte[] bytes, Charset other) {
        for (var charset : List.of(StandardCharsets.UTF_8, other)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return new Decoded(clean(text), charset);
            } catch (CharacterCodingException _) {
                // The next one.
            }
        }
        return new Decoded(clean(new String(bytes, LAST_RESORT)), LAST_RESORT);
    }

    /// The encoding of those of `texts` that are not UTF-8, judged together (UTF-8 if there are none): a tweet alone is too short to tell.
    /// Where there are several, an encoding of two-byte characters in which every one of them is valid wins,
    /// since Western text hardly ever is; the detector takes a lone two-byte ellipsis for Cyrillic.
    public static Charset detect(Stream<byte[]> texts) {
        var others = texts.filter(bytes -> !isValid(bytes, StandardCharsets.UTF_8)).limit(MOST_TEXTS).toList();
        if (others.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        var detector = new UniversalDetector();
        others.forEach(detector::handleData);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            // UTF-8 has been ruled out; the detector forgives a wrong byte or two.
            var found = name == null || "UTF-8".equals(name) ? LAST_RESORT : Charset.forName(name);
            return others.size() < FEW_TEXTS || TWO_BYTES.contains(found)
                    ? found
                    : TWO_BYTES.stream().filter(charset -> others.stream().allMatch(bytes -> isValid(bytes, charset)))
                            .findFirst().orElse(found);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return LAST_RESORT;
        }
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static String clean(String text) {
        return CleanText.of(text);
    }
}
