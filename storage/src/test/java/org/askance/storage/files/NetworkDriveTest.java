package org.askance.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.askance.storage.told.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkDriveTest {

    @TempDir
    Path folder;

    @Test
    void drivesOfOtherMachinesGetAWarning() {
        assertThat(NetworkDrive.warning(folder, "nfs4").english()).contains(folder.toString()).contains("nfs4");
        assertThat(NetworkDrive.warning(folder, "CIFS")).isNotEqualTo(Told.NOTHING);
        assertThat(NetworkDrive.warning(folder, "fuse.sshfs")).isNotEqualTo(Told.NOTHING);
        assertThat(NetworkDrive.warning(folder, "ext4")).isEqualTo(Told.NOTHING);
        assertThat(NetworkDrive.warning(folder)).isEqualTo(Told.NOTHING);
    }
}
