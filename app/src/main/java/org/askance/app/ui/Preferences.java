package org.askance.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.askance.storage.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person chose, kept between starts: theme, window, last project. Losing it loses no work, so a
/// file that cannot be read or written is only logged.
public final class Preferences {

    /// The key of the language that was chosen, see [org.askance.app.text.Language#of(String)].
    public static final String LANGUAGE = "language";

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final Path file;
    private final Properties values = new Properties();

    public Preferences(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Preferences in {} are not used", file, e);
            }
        }
    }

    public String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    /// What was put under `key`; `null` if nothing was.
    public @Nullable String find(String key) {
        return values.getProperty(key);
    }

    public double number(String key, double otherwise) {
        try {
            return Double.parseDouble(values.getProperty(key, ""));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    public void put(String key, String value) {
        values.setProperty(key, value);
    }

    public void remove(String key) {
        values.remove(key);
    }

    /// Writes them.
    public void save() {
        try {
            AtomicFiles.write(file, out -> values.store(out, null));
        } catch (IOException e) {
            LOG.warn("Preferences cannot be written to {}", file, e);
        }
    }
}
