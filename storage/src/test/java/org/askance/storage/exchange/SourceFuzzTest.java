package org.askance.storage.exchange;

import java.nio.file.Path;
import org.askance.storage.faults.Fuzz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFuzzTest {

    @TempDir
    Path folder;

    @Test
    void numbersThatAreTooLargeAreNoCrash() throws Exception {
        new SourceFuzz(folder, 1).run(Format.MMSD2_JSON,
                "[{\"image_id\": 840001e99961606609, \"text\": \"a\", \"label\": 1e9999999}]".getBytes(
                        java.nio.charset.StandardCharsets.UTF_8),
                20);
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, 1).run(300);
    }

    /// The long run: see CONTRIBUTING.
    @Tag("slow")
    @Test
    void tenThousandMutatedFilesOfEachFormatAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, Long.getLong("fuzz.seed", 2)).run(Fuzz.MANY);
    }
}
