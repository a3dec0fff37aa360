package org.askance.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The manual as it is packed: a folder of Markdown for each language, with its pictures. In the sources it lies in
/// `assets/manual`, where code hosts show it. Thread-safe.
public final class ManualFiles {

    /// Where a language lacks a page, this one has it.
    public static final String ENGLISH = "en";

    private ManualFiles() {}

    /// The text of a page, in English where `language` lacks it; nothing if there is no such page.
    ///
    /// @param name without `.md`
    public static Optional<String> page(String language, String name) {
        return file(language, name + ".md").map(address -> {
            try (var in = address.openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("a page of the manual cannot be read: " + name, e);
            }
        });
    }

    /// A file by its path beside the pages, for example `pictures/map.png`.
    public static Optional<URL> file(String language, String path) {
        return found(language, path).or(() -> found(ENGLISH, path));
    }

    /// Pages of one language may show pictures of another: `../en/pictures/map.png`.
    private static Optional<URL> found(String language, String path) {
        return Optional.ofNullable(ManualFiles.class
                .getResource(URI.create("manual/" + language + "/" + path).normalize().toString()));
    }
}
