package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The cells of one row of Parquet, taken out of the library's buffers. Lists and structures other than images are
/// not read, but for those of our own files.
///
/// @param own what our own file says beside the pair; `null` in others
record ParquetCells(Map<String, String> texts, Map<String, EmbeddedImage> images, @Nullable OwnLists own)
        implements
            Table.Cells {

    private static final String BYTES = "bytes";
    private static final String PATH = "path";
    /// The hub's test shards often keep their labels to themselves: then the number is -1.
    private static final String NO_CLASS = "";

    static ParquetCells of(RowReader row, Map<String, SchemaNode> columns, Map<String, List<String>> classes) {
        var texts = new HashMap<String, String>();
        var images = new HashMap<String, EmbeddedImage>();
        columns.forEach((name, node) -> {
            if (row.isNull(name)) {
                return;
            }
            switch (node) {
                case SchemaNode.PrimitiveNode _ -> {
                    var value = row.getValue(name);
                    boolean picture = value instanceof byte[] bytes && EmbeddedImage.isPicture(bytes);
                    texts.put(name, picture ? "" : text(value, classes.get(name)));
                    // Without an annotation bytes may be anything: text of old writers, pictures of pandas.
                    if (value instanceof byte[] bytes && (picture || !isText(bytes))) {
                        images.put(name, new EmbeddedImage("", bytes));
                    }
                }
                case SchemaNode.GroupNode group -> {
                    if (group.children().stream().anyMatch(child -> child.name().equals(BYTES))) {
                        image(name, row.getStruct(name), group, texts, images);
                    }
                }
            }
        });
        return new ParquetCells(texts, images, OwnLists.areIn(columns) ? OwnLists.of(row, columns) : null);
    }

    private static void image(String name, PqStruct struct, SchemaNode.GroupNode group, Map<String, String> texts,
            Map<String, EmbeddedImage> images) {
        boolean named = group.children().stream().anyMatch(child -> child.name().equals(PATH));
        String path = named && !struct.isNull(PATH) ? text(struct.getValue(PATH), null) : "";
        if (!struct.isNull(BYTES)) {
            images.put(name, new EmbeddedImage(path, Objects.requireNonNullElse(struct.getBinary(BYTES), new byte[0])));
        }
        texts.put(name, path);
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().indexOf('\0') < 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static String text(@Nullable Object value, @Nullable List<String> classes) {
        if (classes != null && value instanceof Number number && number.intValue() < classes.size()) {
            return number.intValue() >= 0 ? classes.get(number.intValue()) : NO_CLASS;
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    @Override
    public @Nullable String text(String column) {
        return texts.get(column);
    }

    @Override
    public @Nullable EmbeddedImage image(String column) {
        return images.get(column);
    }

    @Override
    public @Nullable OwnDetails own(long line, RowMaker rows) {
        return own == null ? null : own.details(this, line, rows);
    }

    /// Names of classes by column, from what the hub's libraries write beside the schema.
    static Map<String, List<String>> classes(@Nullable String metadata) {
        var classes = new HashMap<String, List<String>>();
        try {
            JsonNode features = Json.MAPPER.readTree(metadata == null ? "{}" : metadata).path("info").path("features");
            features.properties().forEach(feature -> {
                var names = new ArrayList<String>();
                feature.getValue().path("names").forEach(name -> names.add(name.asText()));
                if (!names.isEmpty()) {
                    classes.put(feature.getKey(), names);
                }
            });
        } catch (JsonProcessingException _) {
            // Then numbers stay numbers.
        }
        return classes;
    }
}
