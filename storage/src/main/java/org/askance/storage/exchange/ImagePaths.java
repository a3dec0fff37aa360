package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;

/// Finds the files that rows name, never outside of one folder: not by `..`, not by links, and by absolute paths
/// only where that is allowed.
final class ImagePaths {

    static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp", ".gif");

    private static final int LONGEST = 1_000;

    private final Path root;
    private final boolean absolute;
    private final boolean there;

    ImagePaths(Path root, boolean absolute) {
        this.root = root.toAbsolutePath().normalize();
        this.absolute = absolute;
        this.there = Files.isDirectory(this.root);
    }

    /// Where a file lies or would lie, or a reason why that is no place to look.
    sealed interface Place {
        record At(Path path) implements Place {}

        record Refused(Told reason) implements Place {}
    }

    Place resolve(String name) {
        if (name.startsWith("http://") || name.startsWith("https://")) {
            return new Place.Refused(OfReading.ON_THE_WEB.with(shown(name)));
        }
        if (name.length() > LONGEST) {
            return new Place.Refused(OfReading.LONG_NAME.with(shown(name), LONGEST));
        }
        try {
            return resolve(Path.of(name.startsWith("file://") ? name.substring(7) : name), name);
        } catch (InvalidPathException _) {
            return new Place.Refused(OfReading.ODD_NAME.with(shown(name), odd(name)));
        }
    }

    private Place resolve(Path path, String name) {
        if (path.isAbsolute()) {
            return absolute
                    ? new Place.At(path.normalize())
                    : new Place.Refused(OfReading.LIES_OUTSIDE.with(shown(name), root));
        }
        for (var part : path) {
            if (part.toString().equals("..")) {
                return new Place.Refused(OfReading.LEADS_OUT.with(shown(name), root));
            }
        }
        return inside(root.resolve(path).normalize(), name);
    }

    private Place inside(Path path, String name) {
        if (!there || !Files.exists(path)) {
            // Written on Windows.
            return name.indexOf('\\') >= 0 ? resolve(name.replace('\\', '/')) : new Place.At(path);
        }
        try {
            return path.toRealPath().startsWith(root.toRealPath())
                    ? new Place.At(path)
                    : new Place.Refused(OfReading.LINK_LEADS_OUT.with(shown(name), root));
        } catch (IOException e) {
            return new Place.Refused(OfReading.NOT_FOLLOWED.with(shown(name), FileTrouble.told(e)));
        }
    }

    /// The image called `id` with any of the usual endings.
    Place byId(String id) {
        if (there) {
            for (var ending : ENDINGS) {
                var place = resolve(id + ending);
                switch (place) {
                    case Place.At(Path path) -> {
                        if (Files.exists(path)) {
                            return place;
                        }
                    }
                    case Place.Refused _ -> {
                        return place;
                    }
                }
            }
        }
        return resolve(id + ENDINGS.getFirst());
    }

    /// What is wrong with a name that the system refuses; control characters are not shown.
    private static Told odd(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return OfReading.CONTROL_CHARACTER.with((int) name.charAt(i), i + 1);
            }
        }
        return OfReading.A_CHARACTER.with();
    }

    static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
