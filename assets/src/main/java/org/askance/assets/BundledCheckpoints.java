package org.askance.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/// The checkpoints that ship with the program: the teacher and CLFA, both trained on Postcards.
public final class BundledCheckpoints {

    private static final List<String> FILES = List.of("config.json", "model.safetensors", "tokenizer.json",
            "training.json");

    private BundledCheckpoints() {}

    /// Where both lie once unpacked.
    public record Unpacked(Path teacher, Path clfa) {}

    /// Puts both under `folder`, unless they are there already; each is whole or absent.
    ///
    /// @throws IOException if the folder cannot be written; the message names it
    public static Unpacked unpack(Path folder) throws IOException {
        return new Unpacked(unpack(folder, "teacher"), unpack(folder, "clfa"));
    }

    private static Path unpack(Path folder, String name) throws IOException {
        var target = folder.resolve(name);
        if (Files.isRegularFile(target.resolve(FILES.getLast()))) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            var partial = Files.createTempDirectory(folder, "." + name);
            for (var file : FILES) {
                try (var in = BundledCheckpoints.class.getResourceAsStream("checkpoints/" + name + "/" + file)) {
                    if (in == null) {
                        throw new IOException("the program was built without " + name + "/" + file);
                    }
                    Files.copy(in, partial.resolve(file));
                }
            }
            delete(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new IOException("The bundled network cannot be unpacked to " + target + ": " + e.getMessage()
                    + ". Check that the folder can be written and the disk has room.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
