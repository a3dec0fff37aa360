package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// How JSON from outside is read: bounded, `NaN` allowed as Python writes it, whole numbers exact since ids exceed 2^53.
final class Json {

    /// Characters of one row, pictures within it included.
    static final int LONGEST_ROW = 32 << 20;

    static final ObjectMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64)
                            .maxStringLength(LONGEST_ROW).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /// The cell as text: a string, number or truth as it is, anything else as JSON; `null` where there is nothing.
    static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /// The first of `names` that `node` has.
    static @Nullable String first(JsonNode node, String... names) {
        for (var name : names) {
            var text = text(node.get(name));
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
