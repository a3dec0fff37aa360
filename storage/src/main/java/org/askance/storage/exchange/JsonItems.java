package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Objects of a JSON file, one at a time: items of its array, or one after the other.
final class JsonItems implements AutoCloseable {

    private final Path file;
    private final SourceText text;
    private final RowBound bound;
    private final JsonParser parser;
    private final boolean array;
    private long number;

    JsonItems(Path file, @Nullable Charset chosen) throws IOException {
        this.file = file;
        text = SourceText.open(file, chosen);
        bound = new RowBound(text, Json.LONGEST_ROW);
        parser = Json.MAPPER.createParser(bound);
        try {
            array = parser.nextToken() == JsonToken.START_ARRAY;
            if (array) {
                parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            text.close();
            throw new ToldException(OfReading.NO_JSON.with(file, JsonFault.inFile(e)), e);
        }
    }

    /// Takes one object and its number, from 1: such files may be one line.
    @FunctionalInterface
    interface Item {
        void take(JsonNode node, long number) throws IOException;
    }

    /// Gives every item to `item`. After a break in the JSON nothing can be read: that is one problem.
    void read(FilesProgress progress, Item item) throws IOException {
        try {
            while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                bound.next();
                JsonNode node = Json.MAPPER.readerFor(JsonNode.class)
                        .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readValue(parser);
                item.take(node, ++number);
                progress.at(text);
                parser.nextToken();
            }
            if (array && parser.currentToken() == null) {
                broken(progress, OfReading.JSON_LIST_UNENDED.with());
            }
        } catch (JsonProcessingException e) {
            broken(progress, JsonFault.reason(e));
        } catch (RowBound.TooLong e) {
            broken(progress, e.told());
        }
        progress.done(text);
    }

    private void broken(FilesProgress progress, Told reason) {
        var at = parser.currentLocation();
        progress.sink().problem(new RowProblem(file, number + 1,
                OfReading.JSON_BROKEN.with(at.getLineNr(), at.getColumnNr(), reason)));
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
