package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// What annotation programs' JSON has in common.
final class JsonPairs {

    private static final List<String> IMAGES = List.of("image", "image_path", "img", "file_name", "filename");

    private JsonPairs() {}

    /// The picture that `node` names; `null` if it names none.
    static @Nullable String image(JsonNode node) {
        return Json.first(node, IMAGES.toArray(String[]::new));
    }

    static @Nullable String text(JsonNode node) {
        return Json.first(node, "text", "tweet", "caption", "content");
    }

    static @Nullable String knowledge(JsonNode node) {
        return Json.first(node, "ocr_text", "ocr", "knowledge");
    }

    static Split split(JsonNode node, Split usual) {
        var split = Json.text(node.get("split"));
        return split == null ? usual : Split.of(split);
    }

    /// The picture in a `data:` address; `null` if `name` is none.
    static @Nullable EmbeddedImage embedded(@Nullable String name) {
        if (name == null || !name.startsWith("data:")) {
            return null;
        }
        int comma = name.indexOf(',');
        if (comma < 0 || !name.substring(0, comma).endsWith(";base64")) {
            return new EmbeddedImage("", new byte[0]);
        }
        try {
            return new EmbeddedImage("", Base64.getMimeDecoder().decode(name.substring(comma + 1)));
        } catch (IllegalArgumentException _) {
            // Kept as an empty picture, which is marked as one.
            return new EmbeddedImage("", new byte[0]);
        }
    }

    /// A time as ISO 8601 writes it, in UTC where no zone is said, or as seconds since 1970; `null` if it is neither.
    static @Nullable Instant time(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            if (node.isNumber()) {
                return Instant.ofEpochMilli(Math.round(1_000 * Math.clamp(node.asDouble(), 0, 1e11)));
            }
            String text = node.asText().strip().replace(' ', 'T');
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
