package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;

/// One JSON object per line and example, with everything that is known of it.
final class JsonLinesWriter implements ExampleWriter {

    private final ExportScope scope;
    private final JsonGenerator json;

    JsonLinesWriter(Path file, ExportScope scope) throws IOException {
        this.scope = scope;
        this.json = ExportJson.open(file, "\n");
    }

    @Override
    public void write(ExportRow row) throws IOException {
        json.writeStartObject();
        ExportJson.example(json, row, scope.images().path(row));
        ExportJson.labels(json, row, scope);
        ExportJson.details(json, row, scope);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
