package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;

/// What a project archive says about itself, as JSON in its last entry.
///
/// @param format    always [#FORMAT]
/// @param version   of the archive's layout
/// @param schema    of the project file
/// @param madeAt    as ISO-8601
/// @param entries   every other entry
/// @param originals where pictures and checkpoints lay that were outside the project's folder
/// @param missing   pictures that were gone
record ArchiveManifest(String format, int version, int schema, String name, String madeAt, List<Entry> entries,
        List<Original> originals, List<String> missing) {

    static final String FORMAT = "askance-project";
    static final int VERSION = 1;
    static final String ENTRY = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// @param sha256 in hex
    record Entry(String path, long bytes, String sha256) {}

    record Original(String path, String was) {}

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static ArchiveManifest of(byte[] json) throws IOException {
        return JSON.readValue(json, ArchiveManifest.class);
    }
}
