package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelStudioConfigTest {

    @TempDir
    Path folder;

    @Test
    void aLabelsOwnColourGoesAlong() throws IOException {
        var file = folder.resolve("config.xml");
        LabelStudioConfig.write(file, List.of(new TaskDefinition("mood",
                List.of(new LabelDefinition("good", "G", "#3ca578"), new LabelDefinition("bad", "B")))));
        assertThat(Files.readString(file)).contains("<Choice value=\"good\" hotkey=\"g\" color=\"#3ca578\"/>",
                "<Choice value=\"bad\" hotkey=\"b\"/>");
    }
}
