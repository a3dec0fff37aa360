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
    NO_EMBEDDINGS("No pair has an embedding yet. Score the pairs first."),
    ARCHIVE_NONE("There is no file at {0}. Choose a project archive."),
    ARCHIVE_BROKEN("{0} is no archive, or a damaged one. Choose another; nothing was changed."),
    ARCHIVE_BROKEN_BY("{0} is no archive, or a damaged one: {1}. Choose another; nothing was changed."),
    ARCHIVE_TWICE("{0} names {1} twice. Choose another archive; nothing was changed."),
    ARCHIVE_WITHOUT("{0} holds no {1}. Choose another archive; nothing was changed."),
    ARCHIVE_NO_MANIFEST("{0} is no project archive: it has no {1}. Choose another archive; nothing was changed."),
    ARCHIVE_MANIFEST_DAMAGED("{0} has a damaged {1}. Choose another archive; nothing was changed."),
    ARCHIVE_OTHER("{0} is no project archive. Choose another archive; nothing was changed."),
    ARCHIVE_NEWER(
            "{0} was made by a newer version of Askance. Install the newest version to restore it. Choose another archive; nothing was changed."),
    ARCHIVE_LEAVES("{0} has an entry that would leave its folder: ‘{1}’. Choose another archive; nothing was changed."),
    ARCHIVE_LACKS("{0} lacks {1}. Choose another archive; nothing was changed."),
    ARCHIVE_DAMAGED_AT("{0} is damaged at {1}. Choose another archive; nothing was changed."),
    ARCHIVE_OTHER_CONTENT(
            "{0} is damaged: {1} is not what its manifest says. Choose another archive; nothing was changed.");

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
