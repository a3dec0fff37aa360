package org.askance.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.askance.app.ui.Preferences;

/// Projects that were open before, kept among the preferences. FX thread.
final class RecentProjects {

    private static final int MOST = 8;
    private static final String KEY = "recent.";

    private final Preferences preferences;

    RecentProjects(Preferences preferences) {
        this.preferences = preferences;
    }

    /// The last one first; those that are gone are still in it.
    List<Path> list() {
        var folders = new ArrayList<Path>();
        for (int i = 0; i < MOST; i++) {
            String text = preferences.get(KEY + i, "");
            try {
                if (!text.isEmpty()) {
                    folders.add(Path.of(text));
                }
            } catch (InvalidPathException _) {
                // Written by hand, or on another system.
            }
        }
        return folders;
    }

    void opened(Path folder) {
        var folders = new ArrayList<>(list());
        folders.remove(folder);
        folders.addFirst(folder);
        keep(folders);
    }

    /// What was at `from` is at `to` now.
    void moved(Path from, Path to) {
        var folders = new ArrayList<>(list());
        folders.remove(to);
        folders.replaceAll(folder -> folder.equals(from) ? to : folder);
        keep(folders);
    }

    private void keep(List<Path> folders) {
        for (int i = 0; i < MOST; i++) {
            preferences.put(KEY + i, i < folders.size() ? folders.get(i).toString() : "");
        }
    }
}
