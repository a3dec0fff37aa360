package org.askance.storage.told;

import java.util.Locale;

/// What can be told of files and pictures.
public enum OfFile implements Sentence {
    PERMISSIONS("its permissions do not allow it"),
    NOT_THERE("it is not there, or no longer"),
    NO_FOLDER("it is no folder"),
    CIRCLE("its links lead in a circle"),
    ENDS_EARLY("it ends too early"),
    NOT_ALLOWED("the system does not allow it"),
    NOT_SAID("the system does not say why"),
    LINK_IN_FOLDER(
            "{0} is a link, a pipe or a device, and those are not read where a folder holds them. Choose the file that it leads to."),
    LINK_TO_PIPE(
            "{0} is a link to a pipe or a device, which might never end. Save what it gives to a file and choose that."),
    PIPE("{0} is a pipe or a device, which might never end. Save what it gives to a file and choose that."),
    LINK_TO_NOWHERE("{0} is a link that leads nowhere. Choose the file that it should lead to."),
    NOTHING_THERE("There is nothing at {0} that can be read. Choose a file or a folder."),
    NO_FILE_TO_READ("{0} is no file that can be read."),
    NO_PICTURE_THERE("There is no picture at {0}."),
    EMPTY("{0} is empty."),
    NO_PICTURE("{0} is not a picture that can be read."),
    NO_PIXELS("{0} has no pixels."),
    TOO_MANY_PIXELS("{0} has {1} × {2} pixels, more than the {3} million that are read. Save it smaller."),
    CUT_SHORT("{0} is cut short and cannot be shown. Copy it again."),
    NOT_READ("{0} cannot be read: {1}."),
    DAMAGED("{0} is damaged, or no picture of the kind that it begins as. Save or download it again."),
    OTHER_KIND("{0} is called {1} but is {2}; it is read as what it is."),
    ANIMATED("{0} is animated; its first frame is used."),
    CUT_BUT_USED("{0} is cut short; what there is of it is used."),
    SOURCE_NAMES_NONE("The source names no picture for this text."),
    REFUSED("The picture is not used: {0}."),
    WITHIN_DAMAGED("The picture within the source is empty or damaged."),
    WITHIN_TOO_LONG("The picture within the source has more than {0} bytes."),
    NOT_KEPT("The picture cannot be kept at {0}: {1}."),
    STAGING_ROOT("{0} cannot be written to. Choose a name inside a folder."),
    IS_FOLDER("{0} is a folder. Choose the name of a file."),
    IS_FILE("{0} is a file. Choose a new folder."),
    FOLDER_NOT_EMPTY("The folder {0} is not empty. Choose a new or an empty one."),
    FOLDER_FILLED("The folder {0} was filled meanwhile. Choose a new one; nothing was changed."),
    DAMAGED_BY("{0} is damaged: {1}."),
    NEEDS_MEMORY("{0} needs more memory than there is. Save it smaller."),
    NO_SUCH_FOLDER("There is no folder {0}. Choose one that holds pictures."),
    FOLDER_NOT_WHOLLY("The folder {0} cannot be read wholly: {1}. Check its permissions."),
    NOT_SHOWN("{0} is damaged and cannot be shown.");

    private final String english;

    OfFile(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "file." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
