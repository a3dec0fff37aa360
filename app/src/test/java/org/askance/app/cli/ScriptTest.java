package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `bin/askance` starts Java with, told by a Java that only says how it was called.
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        Files.createDirectories(folder.resolve("app/bin"));
        Files.createDirectories(folder.resolve("app/lib"));
        Files.copy(Path.of("src/main/dist/bin/askance"), folder.resolve("app/bin/askance"));
        Files.createFile(folder.resolve("app/lib/app-1.jar"));
        jdk("jdk", "25.0.1");
    }

    private Path jdk(String name, String version) throws IOException {
        var java = Files.createDirectories(folder.resolve(name).resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor one in \"$@\"; do echo \"$one\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder.resolve(name);
    }

    private List<String> started(Map<String, String> environment, String... arguments) throws Exception {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("sh", folder.resolve("app/bin/askance").toString()),
                Stream.of(arguments)).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("ASKANCE_"));
        builder.environment().put("ASKANCE_JAVA", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            var lines = out.lines().toList();
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private static List<String> collectors(List<String> options) {
        return options.stream().filter(one -> one.matches("-XX:[+-]Use.*GC|-XX:(G1|MaxNew|GCTime).*")).toList();
    }

    @Test
    void theWindowGetsACollectorThatDoesNotMovePicturesAndCommandsThePlainest() throws Exception {
        assertThat(collectors(started(Map.of()))).containsExactly("-XX:+UseG1GC", "-XX:G1HeapRegionSize=1m",
                "-XX:MaxNewSize=64m", "-XX:GCTimeRatio=4");
        assertThat(collectors(started(Map.of(), "devices", "--json"))).containsExactly("-XX:+UseSerialGC");
    }

    @Test
    void aCollectorThatIsAskedForTakesThePlaceOfOurs() throws Exception {
        for (String wanted : List.of("-XX:+UseParallelGC", "-Xmx1g -XX:+UseZGC", "-XX:+UseShenandoahGC -Xmx1g")) {
            var named = Stream.of(wanted.split(" ", -1)).filter(one -> one.endsWith("GC")).toList();
            assertThat(collectors(started(Map.of("ASKANCE_OPTIONS", wanted)))).isEqualTo(named);
            assertThat(collectors(started(Map.of("ASKANCE_OPTIONS", wanted), "devices"))).isEqualTo(named);
        }
        assertThat(collectors(started(Map.of("ASKANCE_OPTIONS", "-Xmx512m -Dkey=GC")))).hasSize(4);
    }

    @Test
    void optionsAndArgumentsReachTheProgramAndAnOldJavaIsPassedOver() throws Exception {
        var old = jdk("old", "21");
        assertThat(started(Map.of("ASKANCE_OPTIONS", "-Xmx256m -Da=b", "ASKANCE_JAVA", old.toString(), "JAVA_HOME",
                folder.resolve("jdk").toString()), "find", "a b", "label:x"))
                .containsSubsequence("-Xmx256m", "-Da=b", "-cp", folder.resolve("app/lib/app-1.jar").toString(),
                        "org.askance.app.Launcher", "find", "a b", "label:x");
    }
}
