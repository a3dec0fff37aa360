package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Map;
import java.util.regex.Pattern;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;

/// What is wrong with JSON, in words for people who did not write the parser.
final class JsonFault {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' \\(code");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']{1,40})");

    /// Beginnings of the parser's messages, and what they mean.
    private static final Map<String, OfReading> MEANINGS = Map.of(
            "Illegal unquoted character", OfReading.JSON_CONTROL,
            "Unrecognized character escape", OfReading.JSON_BACKSLASH,
            "Unexpected close marker", OfReading.JSON_CLOSES,
            "Invalid numeric value", OfReading.JSON_NUMBER,
            "Trailing token", OfReading.JSON_FOLLOWS,
            "Invalid UTF", OfReading.JSON_UTF,
            "No content", OfReading.JSON_NOTHING);

    private JsonFault() {}

    /// Without its place.
    static Told reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end")) {
            return OfReading.JSON_ENDS.with();
        }
        if (e instanceof StreamConstraintsException) {
            return (message.contains("depth")
                    ? OfReading.JSON_DEEP
                    : message.contains("Number") ? OfReading.JSON_DIGITS : OfReading.JSON_LONG).with();
        }
        var character = CHARACTER.matcher(message);
        if (character.find()) {
            return OfReading.JSON_MISPLACED.with(CleanText.of(character.group(1)));
        }
        var token = TOKEN.matcher(message);
        if (token.find()) {
            return OfReading.JSON_NO_VALUE.with(CleanText.of(token.group(1)));
        }
        return MEANINGS.entrySet().stream().filter(each -> message.startsWith(each.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse(OfReading.JSON_OTHER).with();
    }

    /// With the place in its line.
    static Told inLine(JsonProcessingException e) {
        return OfReading.JSON_AT_CHARACTER
                .with(Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()), reason(e));
    }

    /// With its place in the file.
    static Told inFile(JsonProcessingException e) {
        return OfReading.JSON_IN_LINE.with(Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                inLine(e));
    }
}
