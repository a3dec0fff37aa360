package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings pictures along with an export, as hard links where the disk allows it, else as copies; or only says
/// where they lie. Confined to one thread.
final class ExportImages {

    // Lower case only: A.jpg and a.jpg are one file on Windows and macOS.
    private static final Pattern SAFE = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,99}");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final Path root;
    private final String folder;
    private final boolean copying;
    private int missing;

    /// @param root    what paths in the export start at
    /// @param folder  where pictures go, below `root`
    /// @param copying `false`: they stay where they are
    ExportImages(Path root, String folder, boolean copying) {
        this.root = root;
        this.folder = folder;
        this.copying = copying;
    }

    /// How many pictures could not be brought along.
    int missing() {
        return missing;
    }

    /// The path to write for the picture of `row`: relative if it was brought along, else where it lies; `null`
    /// if there is none.
    @Nullable
    String path(ExportRow row) throws IOException {
        return path(row, folder);
    }

    /// As [#path(ExportRow)], in another folder.
    @Nullable
    String path(ExportRow row, String into) throws IOException {
        var image = row.example().image();
        if (image == null) {
            return null;
        }
        if (!copying) {
            return image.toString();
        }
        if (!Files.isRegularFile(image)) {
            missing++;
            return image.toString();
        }
        String name = name(row.example().key()) + extension(image);
        bring(image, Files.createDirectories(root.resolve(into)).resolve(name));
        return into + "/" + name;
    }

    private static void bring(Path image, Path target) throws IOException {
        var real = image.toRealPath();
        try {
            Files.createLink(target, real);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException _) {
            // Another disk, or one without links.
            Files.copy(real, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /// A file's name for `key`, the same for the same key and for no other.
    static String name(String key) {
        if (SAFE.matcher(key).matches()) {
            return key;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String extension(Path image) {
        var matcher = EXTENSION.matcher(String.valueOf(image.getFileName()));
        return matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : "";
    }
}
