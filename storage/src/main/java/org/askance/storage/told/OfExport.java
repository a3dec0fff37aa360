package org.askance.storage.told;

import java.util.Locale;

/// What can be told of exports and archives.
public enum OfExport implements Sentence {
    INSIDE("{0} is inside the project’s folder, which holds nothing but the project. Choose a place outside of it; nothing was changed."),
    NO_ORDINARY_FILE("{0} is no ordinary file. Choose another name; nothing was changed."),
    IN_USE("{0} is {1}. Choose another name; nothing was changed."),
    A_SOURCE("a source that pairs were imported from"),
    THE_PICTURE("the picture of a pair"),
    A_PICTURE("a picture of a pair"),
    NOT_WRITTEN("The export cannot be written to {0}: {1}. Choose another place, or check that the disk has room."),
    ARCHIVE_NOT_WRITTEN(
            "The archive cannot be written to {0}: {1}. Choose another place, or check that the disk has room."),
    NOT_RESTORED("The project cannot be restored to {0}: {1}. Choose another place, or check that the disk has room."),
    NO_ANNOTATOR("There is no annotator ‘{0}’ who answered anything. This project has: {1}."),
    NO_CHECKPOINT("There is no checkpoint ‘{0}’. This project has: {1}."),
    OTHER_MAP("The map is drawn for the current checkpoint only. Make ‘{0}’ current first."),
    NO_EMBEDDINGS("No pair has an embedding yet. Score the pairs first.");

    private final String english;

    OfExport(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "export." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
