package org.askance.app.work;

import java.nio.file.Path;
import java.util.Locale;
import org.askance.storage.files.Journal;

/// The folder of this user in which the program keeps what belongs to no project.
public record Home(Path folder) {

    /// The system's place for such data; the property `askance.home` overrides it.
    public static Home ofUser() {
        String asked = System.getProperty("askance.home");
        if (asked != null) {
            return new Home(Path.of(asked).toAbsolutePath());
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var user = Path.of(System.getProperty("user.home"));
        if (system.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return new Home((local == null ? user.resolve("AppData/Local") : Path.of(local)).resolve("Askance"));
        }
        if (system.contains("mac")) {
            return new Home(user.resolve("Library/Application Support/Askance"));
        }
        String data = System.getenv("XDG_DATA_HOME");
        return new Home(
                (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data)).resolve("askance"));
    }

    /// Where a first start puts Postcards.
    public Path postcards() {
        return folder.resolve("Postcards");
    }

    /// Where the bundled checkpoints are unpacked.
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /// Where fetched encoders are, a folder each: see [Encoders].
    public Path encoders() {
        return folder.resolve("encoders");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// Where PyTorch's library is unpacked, about 450 MB: the system's place for what can be made again.
    public Path libraries() {
        if (System.getProperty("askance.home") == null
                && System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            String cache = System.getenv("XDG_CACHE_HOME");
            return (cache == null || cache.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".cache")
                    : Path.of(cache)).resolve("askance/djl");
        }
        return folder.resolve("libraries");
    }

    /// Which copies, moves, exports and restored archives have begun and not ended.
    public Journal journal() {
        return new Journal(folder.resolve("unfinished"));
    }

    public Path preferences() {
        return folder.resolve("preferences.properties");
    }
}
