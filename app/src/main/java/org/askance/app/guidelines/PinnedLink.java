package org.askance.app.guidelines;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The form in which guidelines point at an example of the dataset: a link to `askance:` and its key.
final class PinnedLink {

    private static final String SCHEME = "askance:";
    /// What a key must not hold as it is inside a link's angle brackets.
    private static final Pattern AWKWARD = Pattern.compile("[<>\\\\%+&\\s]");

    private PinnedLink() {}

    /// The key that `destination` points at; nothing if it is an ordinary link.
    static Optional<String> key(String destination) {
        if (!destination.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String key = destination.substring(SCHEME.length());
        try {
            // A plus is a plus here: this is no form.
            return Optional.of(URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.of(key);
        }
    }

    /// Markdown that pins the example of `key`.
    static String markdown(String caption, String key) {
        var escaped = AWKWARD.matcher(key).replaceAll(match -> percent(match.group()));
        return "[" + caption + "](<" + SCHEME + escaped + ">)";
    }

    private static String percent(String sign) {
        var hex = new StringBuilder();
        for (byte one : sign.getBytes(StandardCharsets.UTF_8)) {
            hex.append("%%%02X".formatted(one));
        }
        return hex.toString();
    }
}
