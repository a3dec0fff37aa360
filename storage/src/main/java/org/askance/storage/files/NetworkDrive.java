package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;

/// Folders on another machine: SQLite's log and locks do not hold there.
public final class NetworkDrive {

    private static final Set<String> TYPES = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "9p",
            "fuse.sshfs", "sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "webdav", "davfs", "fuse.davfs", "ncpfs", "afpfs",
            "ceph", "fuse.glusterfs", "glusterfs", "lustre", "vboxsf", "fuse.vmhgfs-fuse", "virtiofs");

    /// The property with a type of drive that every folder is taken to be on: to see the warning without such a drive.
    private static final String PRETENDED = "askance.drive";

    private NetworkDrive() {}

    /// @return [Told#NOTHING] if `folder` is on a disk of this machine, or that cannot be told
    public static Told warning(Path folder) {
        try {
            String pretended = System.getProperty(PRETENDED);
            return warning(folder, pretended == null ? Files.getFileStore(folder).type() : pretended);
        } catch (IOException _) {
            return Told.NOTHING;
        }
    }

    static Told warning(Path folder, String type) {
        boolean remote = TYPES.contains(type.toLowerCase(Locale.ROOT)) || folder.toString().startsWith("\\\\");
        return remote
                ? OfProject.NETWORK_DRIVE.with(folder, type)
                : Told.NOTHING;
    }
}
