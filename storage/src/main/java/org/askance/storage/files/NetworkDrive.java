package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folders on another machine: SQLite's log and locks do not hold there.
public final class NetworkDrive {

    private static final Set<String> TYPES = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "9p",
            "fuse.sshfs", "sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "webdav", "davfs", "fuse.davfs", "ncpfs", "afpfs",
            "ceph", "fuse.glusterfs", "glusterfs", "lustre", "vboxsf", "fuse.vmhgfs-fuse", "virtiofs");

    /// The property with a type of drive that every folder is taken to be on: to see the warning without such a drive.
    private static final String PRETENDED = "askance.drive";

    private NetworkDrive() {}

    /// @return a sentence; `null` if `folder` is on a disk of this machine, or that cannot be told
    public static @Nullable String warning(Path folder) {
        try {
            String pretended = System.getProperty(PRETENDED);
            return warning(folder, pretended == null ? Files.getFileStore(folder).type() : pretended);
        } catch (IOException _) {
            return null;
        }
    }

    static @Nullable String warning(Path folder, String type) {
        boolean remote = TYPES.contains(type.toLowerCase(Locale.ROOT)) || folder.toString().startsWith("\\\\");
        return remote
                ? "%s is on a network drive (%s). If the connection breaks, or two people open it at once, answers may be lost. Keep the project on a disk of this machine and copy it."
                        .formatted(folder, type)
                : null;
    }
}
