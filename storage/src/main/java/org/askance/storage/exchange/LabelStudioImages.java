package org.askance.storage.exchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.askance.storage.told.OfReading;

/// Finds pictures that Label Studio names by addresses of its own server: by the path therein, or else by the file's
/// name, with and without the eight hex digits that an upload puts before it, beside the JSON and where Label Studio
/// and people keep pictures. Never outside of the folder. Confined to one thread.
final class LabelStudioImages {

    private static final String LOCAL_FILES = "/data/local-files/?d=";
    private static final String UPLOAD = "/data/upload/";
    private static final Pattern UPLOADED = Pattern.compile("[0-9a-fA-F]{8}-(.+)");
    private static final List<String> FOLDERS = List.of("", "images", "upload", "media/upload");
    private static final int MOST_FOLDERS = 1_000;

    private final Path root;
    private final ImagePaths paths;
    private final List<String> folders;

    /// @param root what `paths` start at
    LabelStudioImages(Path root, ImagePaths paths) throws IOException {
        this.root = root;
        this.paths = paths;
        this.folders = folders(root);
    }

    /// Uploads lie in a folder for each project there.
    private static List<String> folders(Path root) throws IOException {
        var found = new ArrayList<>(FOLDERS);
        for (var uploads : List.of("upload", "media/upload")) {
            if (Files.isDirectory(root.resolve(uploads), LinkOption.NOFOLLOW_LINKS)) {
                try (var inner = Files.list(root.resolve(uploads))) {
                    inner.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)).sorted()
                            .limit(MOST_FOLDERS).forEach(folder -> found.add(uploads + "/" + folder.getFileName()));
                }
            }
        }
        return found;
    }

    /// Where the picture lies that `image` names, or would lie, or why it is none to be had.
    ImagePaths.Place place(String image) {
        if (image.startsWith(LOCAL_FILES)) {
            return place(decoded(image.substring(LOCAL_FILES.length())), Set.of());
        }
        if (image.startsWith(UPLOAD)) {
            var path = image.substring(UPLOAD.length());
            return place(path, Set.of(decoded(path)));
        }
        return paths.resolve(image);
    }

    /// @param spelled how the path may be spelled beside
    private ImagePaths.Place place(String path, Set<String> spelled) {
        var named = paths.resolve(path);
        if (named instanceof ImagePaths.Place.Refused
                || (named instanceof ImagePaths.Place.At(Path at) && Files.exists(at))) {
            return named;
        }
        var found = new LinkedHashMap<Path, String>();
        for (var name : names(path, spelled)) {
            for (var folder : folders) {
                String place = folder.isEmpty() ? name : folder + "/" + name;
                switch (paths.resolve(place)) {
                    case ImagePaths.Place.At(Path at) -> {
                        if (Files.isRegularFile(at)) {
                            found.putIfAbsent(at, place);
                        }
                    }
                    case ImagePaths.Place.Refused refused -> {
                        return refused;
                    }
                }
            }
        }
        if (found.size() > 1) {
            return new ImagePaths.Place.Refused(
                    OfReading.ANY_OF.with(ImagePaths.shown(path), String.join(", ", found.values()),
                            root));
        }
        return found.isEmpty() ? named : new ImagePaths.Place.At(found.firstEntry().getKey());
    }

    private static Set<String> names(String path, Set<String> spelled) {
        var names = new LinkedHashSet<String>();
        names.add(path.substring(path.lastIndexOf('/') + 1));
        spelled.forEach(other -> names.add(other.substring(other.lastIndexOf('/') + 1)));
        for (var name : List.copyOf(names)) {
            var uploaded = UPLOADED.matcher(name);
            if (uploaded.matches()) {
                names.add(uploaded.group(1));
            }
        }
        names.removeIf(String::isBlank);
        return names;
    }

    /// A plus in a path is a plus, and a `%` that begins no escape a per cent.
    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                StandardCharsets.UTF_8);
    }
}
