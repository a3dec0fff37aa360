package org.askance.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own windows for files and folders. Each opens where a person chose last, at first in their home: without
/// a place, some systems list recent files, among which no folder can be made or chosen. FX thread.
public final class Choosers {

    private static File last = new File(System.getProperty("user.home"));

    private Choosers() {}

    /// @param start where to begin, if that is there
    public static Optional<Path> folder(@Nullable Window owner, String title, @Nullable Path start) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start != null && start.toFile().isDirectory() ? start.toFile() : place());
        return chosen(chooser.showDialog(owner));
    }

    public static Optional<Path> folder(@Nullable Window owner, String title) {
        return folder(owner, title, null);
    }

    public static Optional<Path> file(@Nullable Window owner, String title) {
        return chosen(chooser(title).showOpenDialog(owner));
    }

    /// @param ending of the files that are offered, with its dot
    public static Optional<Path> file(@Nullable Window owner, String title, String ending) {
        var chooser = chooser(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("*" + ending, "*" + ending),
                new FileChooser.ExtensionFilter("*", "*"));
        return chosen(chooser.showOpenDialog(owner));
    }

    /// @param name    that is proposed
    /// @param filters kinds of file to choose from; may be empty
    public static Optional<Path> newFile(@Nullable Window owner, String title, String name,
            List<FileChooser.ExtensionFilter> filters) {
        var chooser = chooser(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(filters);
        return chosen(chooser.showSaveDialog(owner));
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(place());
        return chooser;
    }

    private static @Nullable File place() {
        return last.isDirectory() ? last : null;
    }

    private static Optional<Path> chosen(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        var parent = file.getAbsoluteFile().getParentFile();
        if (parent != null) {
            last = parent;
        }
        return Optional.of(file.toPath());
    }
}
