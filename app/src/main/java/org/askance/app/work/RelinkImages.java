package org.askance.app.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.files.ImageFiles;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.ToldException;

/// Finds pictures that were moved: by their content, or by their name where their content was never seen. Links are
/// not followed. Those that came back to their place are found there, whatever the folders.
///
/// @param folders may be none: then only those that came back are found
/// @param dry whether it is only told what was found
public record RelinkImages(Project project, List<Path> folders, boolean dry) implements Job<RelinkImages.Relinked> {

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "webp", "bmp");

    /// @param found   the new place by key
    /// @param missing keys of pictures that are nowhere in the folders
    public record Relinked(Map<String, Path> found, List<String> missing) {}

    @Override
    public Relinked run(Progress progress) throws IOException {
        needFolders();
        var found = new HashMap<Long, MissingImages.Found>();
        var missing = new ArrayList<MissingImages.Missing>(returned(found, progress));
        missing.addAll(project.missingImages().list());
        var byHash = new HashMap<String, List<MissingImages.Missing>>();
        var byName = new HashMap<String, List<MissingImages.Missing>>();
        for (var image : missing) {
            if (found.containsKey(image.example())) {
                continue;
            }
            if (image.hash() == null) {
                byName.computeIfAbsent(name(image.image()), _ -> new ArrayList<>()).add(image);
            } else {
                byHash.computeIfAbsent(image.hash(), _ -> new ArrayList<>()).add(image);
            }
        }
        int looked = 0;
        var pictures = byHash.isEmpty() && byName.isEmpty() ? List.<Path>of() : pictures(progress);
        for (var file : pictures) {
            progress.checkCancelled();
            progress.update(++looked, pictures.size());
            for (var image : byName.getOrDefault(name(file), List.of())) {
                found.putIfAbsent(image.example(), judged(file));
            }
            if (!byHash.isEmpty()) {
                for (var image : byHash.getOrDefault(hash(file), List.of())) {
                    found.putIfAbsent(image.example(), judged(file));
                }
            }
        }
        if (!dry && !found.isEmpty()) {
            project.missingImages().relink(found);
        }
        return relinked(missing, found);
    }

    /// Those that can be used again where they are, also put into `found`.
    private List<MissingImages.Missing> returned(Map<Long, MissingImages.Found> found, Progress progress) {
        return project.missingImages().returned().stream().filter(image -> {
            progress.checkCancelled();
            var now = judged(image.image());
            if (now.problem() == null) {
                found.put(image.example(), now);
            }
            return now.problem() == null;
        }).toList();
    }

    private static Relinked relinked(List<MissingImages.Missing> missing, Map<Long, MissingImages.Found> found) {
        var places = new HashMap<String, Path>();
        var nowhere = new ArrayList<String>();
        for (var image : missing) {
            var place = found.get(image.example());
            if (place == null) {
                nowhere.add(image.key());
            } else {
                places.put(image.key(), place.image());
            }
        }
        return new Relinked(places, nowhere);
    }

    /// Also where no picture is missing: a slip is told all the same.
    private void needFolders() throws ToldException {
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ToldException(OfFile.NO_SUCH_FOLDER.with(folder));
            }
        }
    }

    private List<Path> pictures(Progress progress) throws IOException {
        var pictures = new ArrayList<Path>();
        var seen = new HashSet<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder.toAbsolutePath().normalize())) {
                files.filter(file -> {
                    progress.checkCancelled();
                    return ENDINGS.contains(ending(file)) && Files.isRegularFile(file) && seen.add(file);
                }).forEach(pictures::add);
            } catch (UncheckedIOException e) {
                throw new ToldException(OfFile.FOLDER_NOT_WHOLLY.with(folder,
                        FileTrouble.told(Objects.requireNonNull(e.getCause()))), e);
            }
        }
        return pictures;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static String ending(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String hash(Path file) {
        try {
            return ContentHash.of(file);
        } catch (IOException _) {
            // A file that cannot be read is not the one that is looked for.
            return "";
        }
    }

    private static MissingImages.Found judged(Path file) {
        return switch (ImageFiles.inspect(file)) {
            case ImageFiles.Inspection.Usable(int _, int _, String hash, var _) ->
                new MissingImages.Found(file, hash, null);
            case ImageFiles.Inspection.Unusable unusable ->
                new MissingImages.Found(file, null, unusable.reason());
        };
    }
}
