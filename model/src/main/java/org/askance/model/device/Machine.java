package org.askance.model.device;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where facts about a machine are read: its files, variables and properties. Nothing is read before it is asked
/// for, and what cannot be read is not there. Safe from any thread.
///
/// @param root        folder that holds the machine's files; `null` for this machine's own
/// @param environment variables
/// @param properties  of the JVM, such as `os.name`
public record Machine(@Nullable Path root, Map<String, String> environment, Map<String, String> properties) {

    /// What differs between systems: where drivers are and how a variable is set.
    public enum Os {
        LINUX, WINDOWS, MAC
    }

    public Machine {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    /// This one.
    public static Machine here() {
        var properties = new TreeMap<String, String>();
        System.getProperties().stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        return new Machine(null, System.getenv(), properties);
    }

    Os os() {
        String name = property("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? Os.WINDOWS : name.contains("mac") ? Os.MAC : Os.LINUX;
    }

    /// Empty if there is none.
    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    /// A variable or, where it is not set, the property of that name: DJL reads its settings so.
    Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).or(() -> Optional.ofNullable(properties.get(name)))
                .map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The place of a file that the machine calls `path`.
    Path at(String path) {
        return root == null
                ? Path.of(path)
                : root.resolve(path.replaceAll("^([A-Za-z]):", "$1").replaceAll("^[/\\\\]+", ""));
    }

    boolean has(String path) {
        return Files.exists(at(path));
    }

    /// Its text; files under `/proc` and short ones only.
    Optional<String> text(String path) {
        return read(at(path), file -> new String(file, StandardCharsets.UTF_8));
    }

    /// Its bytes, one character each.
    Optional<String> latin(String path) {
        return read(at(path), file -> new String(file, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> read(Path file, Function<byte[], String> decoded) {
        try {
            return Optional.of(decoded.apply(Files.readAllBytes(file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Names in a folder, sorted; none if it is not there.
    List<String> names(String folder) {
        try (var files = Files.list(at(folder))) {
            return files.map(Path::getFileName).flatMap(Stream::ofNullable).map(Path::toString).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Folders of a list such as `PATH`.
    List<String> folders(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(os() == Os.WINDOWS ? ";" : File.pathSeparator)).map(String::strip)
                        .filter(folder -> !folder.isEmpty()).toList();
    }
}
