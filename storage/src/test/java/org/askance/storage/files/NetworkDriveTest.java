package org.askance.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkDriveTest {

    @TempDir
    Path folder;

    @Test
    void drivesOfOtherMachinesGetAWarning() {
        assertThat(NetworkDrive.warning(folder, "nfs4")).contains(folder.toString()).contains("nfs4");
        assertThat(NetworkDrive.warning(folder, "CIFS")).isNotNull();
        assertThat(NetworkDrive.warning(folder, "fuse.sshfs")).isNotNull();
        assertThat(NetworkDrive.warning(folder, "ext4")).isNull();
        assertThat(NetworkDrive.warning(folder)).isNull();
    }
}
