package org.askance.storage.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.mozilla.universalchardet.UniversalDetector;

/// Bytes to text when nobody says in which encoding they are.
public final class TextDecoding {

    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    private TextDecoding() {}

    /// @param charset the encoding that was found
    public record Decoded(String text, Charset charset) {}

    /// UTF-8 where the bytes are valid, else what Mozilla's detector says, else windows-1252. A byte order mark
    /// and control characters other than line breaks and tabs are dropped.
    public static Decoded decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Decoded(clean(text), StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            var charset = detect(bytes);
            return new Decoded(clean(new String(bytes, charset)), charset);
        }
    }

    private static Charset detect(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            // UTF-8 has just been ruled out; the detector forgives a wrong byte or two.
            return name == null || "UTF-8".equals(name) ? LAST_RESORT : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return LAST_RESORT;
        }
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\ufeff\ufffe&&[^\n\r\t]]", "");
    }
}
