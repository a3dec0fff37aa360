package org.askance.assets.postcards;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// The two tables of a folder of postcards, as CSV after RFC 4180 with `\n` line ends.
final class PostcardsCsv {

    private PostcardsCsv() {}

    static String pairs(List<Postcard> pairs) {
        var csv = new StringBuilder("id,text,image,split,sarcasm,sentiment\n");
        for (Postcard pair : pairs) {
            row(csv, pair.key(), pair.text(), PostcardsWriter.imagePath(pair.key()), pair.split(),
                    pair.given().sarcasm(), pair.given().sentiment());
        }
        return csv.toString();
    }

    static String planted(List<Postcard> pairs) {
        var csv = new StringBuilder("id,task,given,true\n");
        for (Postcard pair : pairs) {
            planted(csv, pair.key(), "sarcasm", pair.given().sarcasm(), pair.truth().sarcasm());
            planted(csv, pair.key(), "sentiment", pair.given().sentiment(), pair.truth().sentiment());
        }
        return csv.toString();
    }

    private static void planted(StringBuilder csv, String key, String task, @Nullable String given,
            @Nullable String truth) {
        if (!Objects.equals(given, truth)) {
            row(csv, key, task, given, truth);
        }
    }

    private static void row(StringBuilder csv, @Nullable String... fields) {
        for (int i = 0; i < fields.length; i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        csv.append('\n');
    }

    private static String quoted(@Nullable String field) {
        if (field == null) {
            return "";
        }
        boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
