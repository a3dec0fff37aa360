package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Guesses by names and by what the beginning of a file looks like; `null` where nothing fits.
final class FormatGuess {

    private static final int LINE = 1 << 16;

    private FormatGuess() {}

    /// The first line that is not blank, cut after 64 Ki characters; empty if there is none or the file cannot be read.
    static String firstLine(Path file) {
        try {
            return firstLine(file, null);
        } catch (IOException _) {
            return "";
        }
    }

    static String firstLine(Path file, @Nullable Charset charset) throws IOException {
        try (var text = SourceText.open(file, charset)) {
            var lines = new Lines(text, LINE);
            var line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line == null ? "" : line;
        }
    }

    static Sources.@Nullable Guess file(Path file) throws IOException {
        if (ParquetCheck.isMarked(file)) {
            return new Sources.Guess(Format.PARQUET, file, OfReading.BEGINS_AS_PARQUET.with());
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String line = firstLine(file).strip();
        if (name.equals(MvsaFolder.NAME.toLowerCase(Locale.ROOT)) || line.startsWith("ID\ttext,image")) {
            return new Sources.Guess(Format.MVSA, file, OfReading.MVSA_HEADER.with());
        }
        if (line.startsWith("['") || (line.startsWith("[\"") && !name.endsWith(".json"))) {
            return python(file, line);
        }
        if (line.startsWith("[") || line.startsWith("{")) {
            return json(file);
        }
        if (line.matches("[A-Za-z0-9_-]+\t[012]")) {
            return new Sources.Guess(Format.CLFA_SENTIMENT, file, OfReading.ID_AND_NUMBER.with());
        }
        return Stream.of(".csv", ".tsv", ".txt", ".tab").anyMatch(name::endsWith) && !line.isEmpty()
                ? new Sources.Guess(Format.TABLE, file, OfReading.TABLE_HEADER.with())
                : null;
    }

    private static Sources.@Nullable Guess python(Path file, String line) {
        try {
            var items = PythonLiteral.list(line);
            if (items.size() == 4 && items.get(2) instanceof String) {
                return new Sources.Guess(Format.CLFA_ROWS, file,
                        OfReading.PYTHON_WITH_OCR.with());
            }
            return items.size() == 3 || items.size() == 4
                    ? new Sources.Guess(Format.MMSD_TEXT, file, OfReading.PYTHON_LIST.with())
                    : null;
        } catch (PythonLiteral.Malformed _) {
            return null;
        }
    }

    private static Sources.@Nullable Guess json(Path file) throws IOException {
        try (var text = SourceText.open(file, null);
                var parser = Json.MAPPER.createParser(new RowBound(text, Json.LONGEST_ROW))) {
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (array && parser.nextToken() == JsonToken.END_ARRAY) {
                return new Sources.Guess(Format.MMSD2_JSON, file, OfReading.EMPTY_LIST.with());
            }
            JsonNode first = Json.MAPPER.readerFor(JsonNode.class)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(parser);
            return array ? item(file, first) : object(file, first);
        } catch (JsonProcessingException e) {
            return broken(file, e);
        } catch (RowBound.TooLong _) {
            return null;
        }
    }

    /// Of a file of lines others may be whole, each tells its own trouble; of any other named as JSON, nothing can be
    /// read.
    private static Sources.@Nullable Guess broken(Path file, JsonProcessingException e) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new Sources.Guess(Format.JSON_LINES, file, OfReading.NAMED_JSON_LINES.with());
        }
        if (name.endsWith(".json")) {
            throw new ToldException(OfReading.JSON_UNREADABLE.with(file, JsonFault.inFile(e)), e);
        }
        return null;
    }

    private static Sources.@Nullable Guess item(Path file, JsonNode first) {
        if (first.has("image_id") && first.has("text")) {
            return new Sources.Guess(Format.MMSD2_JSON, file, OfReading.OBJECTS_WITH_IMAGE_ID.with());
        }
        return first.path("data").isObject() || first.has("annotation_id") || first.has("annotator")
                ? new Sources.Guess(Format.LABEL_STUDIO, file,
                        OfReading.LIST_OF_TASKS.with())
                : null;
    }

    private static Sources.@Nullable Guess object(Path file, JsonNode first) {
        if (first.has("_input_hash") || first.has("_task_hash") || (first.has("accept") && first.has("answer"))) {
            return new Sources.Guess(Format.PRODIGY, file, OfReading.PRODIGY.with());
        }
        if (first.path("data").isObject() && first.has("annotations")) {
            return new Sources.Guess(Format.LABEL_STUDIO, file, OfReading.TASKS.with());
        }
        if (first.has("text") && (first.path("label").isArray() || first.path("labels").isArray())) {
            return new Sources.Guess(Format.DOCCANO, file, OfReading.DOCCANO.with());
        }
        return first.isObject()
                ? new Sources.Guess(Format.JSON_LINES, file, OfReading.JSON_OBJECT.with())
                : null;
    }

    static Sources.@Nullable Guess folder(Path folder) throws IOException {
        if (PlainFiles.isOwn(folder.resolve(MvsaFolder.NAME))) {
            return new Sources.Guess(Format.MVSA, folder, OfReading.MVSA_FOLDER.with());
        }
        if (GuidFolder.matches(folder)) {
            return new Sources.Guess(Format.GUID_FOLDER, folder, OfReading.GUID_FOLDER.with());
        }
        if (!ImageFolderTables.find(folder).isEmpty()) {
            return new Sources.Guess(Format.IMAGE_FOLDER, folder, OfReading.IMAGE_FOLDER.with());
        }
        if (!Mmsd2Json.files(folder).isEmpty()) {
            return of(Mmsd2Json.files(folder), folder);
        }
        var python = PythonRows.files(folder);
        var guess = python.isEmpty() ? null : of(python, folder);
        return guess == null ? tables(folder) : guess;
    }

    /// What the first of `files` is, said of `folder`.
    private static Sources.@Nullable Guess of(List<Path> files, Path folder) throws IOException {
        var guess = file(files.getFirst());
        return guess == null || guess.format() == Format.TABLE
                ? null
                : new Sources.Guess(guess.format(), folder,
                        OfReading.OF_FILE.with(files.getFirst().getFileName(), guess.reason()));
    }

    private static Sources.@Nullable Guess tables(Path folder) throws IOException {
        var parquet = TableFiles.in(folder, Format.PARQUET);
        if (!parquet.isEmpty()) {
            return new Sources.Guess(Format.PARQUET, folder, parquet.size() == 1
                    ? OfReading.ONE_PARQUET.with()
                    : OfReading.SEVERAL_PARQUET.with(parquet.size()));
        }
        var tables = TableFiles.in(folder, Format.TABLE);
        if (!tables.isEmpty()) {
            return new Sources.Guess(Format.TABLE, tables.size() == 1 ? tables.getFirst() : folder,
                    OfReading.ONE_TABLE.with(tables.getFirst().getFileName()));
        }
        var lines = TableFiles.in(folder, Format.JSON_LINES);
        return lines.isEmpty() ? null : of(lines, lines.size() == 1 ? lines.getFirst() : folder);
    }
}
