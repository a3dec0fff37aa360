package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with JSON, in words for people who did not write the parser.
final class JsonFault {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' \\(code");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']{1,40})");

    /// Beginnings of the parser's messages, and what they mean.
    private static final List<List<String>> MEANINGS = List.of(
            List.of("Illegal unquoted character", "a text holds a line break or another control character; write \\n"),
            List.of("Unrecognized character escape",
                    "a backslash stands before a character that it cannot stand before;"
                            + " write two for one"),
            List.of("Unexpected close marker", "a bracket closes what was not opened"),
            List.of("Invalid numeric value", "a number is not written as JSON writes numbers"),
            List.of("Trailing token", "something follows behind the object"),
            List.of("Invalid UTF", "a character is broken"),
            List.of("No content", "there is nothing"));

    private JsonFault() {}

    /// Without its place.
    static String reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end")) {
            return "it ends in the midst of a value: a quotation mark, bracket or brace is not closed";
        }
        if (e instanceof StreamConstraintsException) {
            return message.contains("depth")
                    ? "it is nested too deeply"
                    : message.contains("Number") ? "a number has too many digits" : "a text or name is too long";
        }
        var character = CHARACTER.matcher(message);
        if (character.find()) {
            return "‘" + CleanText.of(character.group(1)) + "’ cannot stand there";
        }
        var token = TOKEN.matcher(message);
        if (token.find()) {
            return "‘" + CleanText.of(token.group(1)) + "’ is no value; texts stand between double quotes";
        }
        return MEANINGS.stream().filter(each -> message.startsWith(each.getFirst())).findFirst().map(List::getLast)
                .orElse("it is not written as JSON is");
    }

    /// With the place in its line.
    static String inLine(JsonProcessingException e) {
        return "at character " + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()) + ", "
                + reason(e);
    }

    /// With its place in the file.
    static String inFile(JsonProcessingException e) {
        return "in line " + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ", " + inLine(e);
    }
}
