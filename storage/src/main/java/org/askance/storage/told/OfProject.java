package org.askance.storage.told;

import java.util.Locale;

/// What can be told of a project's files: opened, kept, copied, moved.
public enum OfProject implements Sentence {
    COPY_FAILED("{0} cannot be copied to {1}: {2}. Check that the disk has room; nothing was changed."),
    DAMAGED("{0} cannot be read, it is damaged: {1}. Put a backup in its place; nothing was changed."),
    NOT_READ("{0} cannot be read: {1}; this step changed nothing."),
    NOT_WRITTEN("{0} cannot be written: {1}; this step changed nothing."),
    NOT_OPENED("{0} cannot be opened: {1}; this step changed nothing."),
    NOT_CLOSED("{0} cannot be closed: {1}; this step changed nothing."),
    NOT_UPDATED("{0} cannot be brought up to date: {1}; this step changed nothing."),
    NOT_COPIED("{0} cannot be copied to {2}: {1}; this step changed nothing."),
    DISK_FULL("the disk is full. Make room and do it again"),
    LOCKED("another program holds it locked. Close that program and do it again"),
    NOT_ALLOWED("the system does not allow it ({0}). Check the permissions of file and folder"),
    OTHER_TROUBLE("{0}. Check that the disk has room and that the folder may be written"),
    CLOSED("{0} is closed."),
    PROJECT_CLOSED("The project is closed."),
    BACKUP_NOTE("{0} cannot be written: {1}. Check that the disk has room; your answers are not touched."),
    BACKUPS_UNREADABLE("{0} cannot be read: {1}. Check its permissions."),
    COPY_UNUSABLE(
            "The copy of the project at {0} cannot be used: {1}. Check that the disk has room; the project itself was not changed."),
    NOT_KEPT("{0} cannot be kept among the backups: {1}. Check that the disk has room; nothing was changed."),
    BACKUP_NOT_MOVED(
            "The backup cannot be moved to {0}: {1}. Check the folder’s permissions and open the project again."),
    OLDER("{0} It was made by an older version of Askance and must be brought up to date before it can be read: open it once where it can be written."),
    NO_PROJECT_FILE("{0} is not an Askance project. Choose another folder."),
    NEWER("The project {0} was made by a newer version of Askance (schema {1}, this program knows {2}). Install the newest version to open it; nothing was changed."),
    NOT_PREPARED(
            "The project file {0} cannot be prepared: {1} Check that the folder may be written and the disk has room."),
    HOLDS_ONE("{0} holds a project already. Open it, or choose another folder."),
    FOLDER_UNMADE("The folder {0} cannot be made: {1}. Choose another place, or change its permissions."),
    NO_PLACE("No project can be kept there: {0}. Change its permissions, or choose another place."),
    OPEN_ELSEWHERE(
            "The project in {0} is open elsewhere and can only be read here. Close it there, then open it again."),
    OPEN_ELSEWHERE_BY(
            "The project in {0} is open elsewhere ({1}) and can only be read here. Close it there, then open it again."),
    NONE_THERE("There is no project in {0}. Choose a folder that holds {1}, or make a new project."),
    FILE_READ_ONLY("The file {0} may not be written: it can only be read. Change its permissions to work on it."),
    ONLY_READ("The project can only be read: {0}. Change its permissions, or copy the project, to work on it."),
    FOLDER_READ_ONLY("the folder {0} may not be written"),
    UNLOCKABLE("{0} cannot be locked: {1}"),
    NONE_TO_MOVE("There is no project in {0} to move."),
    MOVE_INTO_ITSELF("A project cannot be moved into itself. Choose a folder outside {0}."),
    MOVE_FAILED(
            "The project cannot be moved to {0}: {1}. Nothing was lost: it is where it was. Check that the disk has room and the folder may be written."),
    COPY_INTO_ITSELF("A project cannot be copied into itself. Choose a folder outside {0}."),
    PROJECT_NOT_COPIED("The project cannot be copied to {0}: {1} Check that the disk has room."),
    NOT_EMPTY("{0} is not empty. Choose a new folder."),
    TARGET_UNREADABLE("{0} cannot be read: {1}. Choose another folder."),
    VECTORS_NOT_WRITTEN("Embeddings cannot be written to {0}. Check that the disk has room."),
    PROJECTION_NOT_WRITTEN("A projection cannot be written to {0}. Check that the disk has room."),
    PROJECTIONS_NOT_DELETED("Old projections in {0} cannot be deleted. Check that the folder may be written."),
    VECTORS_NOT_READ("Embeddings cannot be read from {0}. Delete the file."),
    PROJECT_NOT_READ("The project cannot be read: {0}. Check that its disk is there; nothing was changed."),
    LABEL_UNNAMED("The label {0} of this project has no name. Its file is damaged; put a copy in its place."),
    FILE_NOT_MADE(
            "The project file {0} cannot be made: {1}. Check that the folder may be written and the disk has room."),
    NETWORK_DRIVE(
            "{0} is on a network drive ({1}). If the connection breaks, or two people open it at once, answers may be lost. Keep the project on a disk of this machine and copy it."),
    NO_CHECKPOINT("{0} It has no checkpoint yet: open it once where it can be written."),
    THIS_PROGRAM("this program"),
    PROCESS("process {0}, {1} on {2}, since {3}"),
    THIS_MACHINE("this machine"),
    MAKING_THERE("In {0} a project is being made. Wait for its end, or choose another folder."),
    MAKING_THERE_BY("In {0} a project is being made ({1}). Wait for its end, or choose another folder."),
    MOVING_THERE("In {0} a project is being moved. Wait for its end, or choose another folder."),
    MOVING_THERE_BY("In {0} a project is being moved ({1}). Wait for its end, or choose another folder."),
    NOTHING_WRITABLE("Nothing can be written there: {0}. Change its permissions, or choose another folder."),
    COPY_CUT_OFF(
            "Copying a project was cut off: an unfinished copy is left in {0}. The project itself is in {1}, unchanged."),
    MOVE_CUT_OFF(
            "Moving a project was cut off: an unfinished copy is left in {0}. The project is where it was, in {1}."),
    MOVE_ENDED_EARLY(
            "Moving a project to {0} was cut off at its end: it is whole there, and a rest of the old folder is left in {1}."),
    EXPORT_CUT_OFF(
            "An export was cut off: unfinished files are left in {0}. The project itself is in {1}, unchanged."),
    ARCHIVE_CUT_OFF(
            "Writing an archive was cut off: an unfinished file is left in {0}. The project itself is in {1}, unchanged."),
    RESTORE_CUT_OFF(
            "Restoring an archive was cut off: an unfinished project is left in {0}. The archive {1} is unchanged."),
    REST_UNSURE(
            "Work that was cut off left {0}, which is not removed by itself: {1}. Look into it before you delete it by hand."),
    REST_WORKED_IN("a project in it was opened or changed since"),
    SOURCE_AWAY("the project can no longer be read in {0}"),
    ARCHIVE_AWAY("the archive {0} is not there"),
    TARGET_AWAY("the project is not in {0}"),
    TARGET_BROKEN("the project cannot be read at its new place ({0})"),
    REST_IN_USE("{0} is open in a program. Close it there and do it again."),
    REST_NOT_DELETED("The folder {0} cannot be deleted: {1}. What is left of it can be removed later."),
    REST_NOT_WHOLLY(
            "In {0} files are left that are not in {1}: look at them before you delete them. The rest of the old folder is removed."),
    OLD_LEFT("The project is in {0}. Something of the old folder {1} could not be deleted: delete it by hand."),
    NOT_LOCKED("{0} cannot be locked"),
    OTHER_CONTENT("{0} does not hold what {1} holds");

    private final String english;

    OfProject(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "project." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
