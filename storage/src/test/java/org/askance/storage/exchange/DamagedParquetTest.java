package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the library leaves behind of files that it gives up. It reads each column on threads of its own, and of these
/// only those of the damaged one end by themselves.
class DamagedParquetTest {

    private static final int COLUMNS = 24;

    @TempDir
    Path folder;

    /// A shard of which the first page of the first column cannot be unpacked.
    private Path damaged(int rows) throws IOException {
        var file = folder.resolve("damaged-" + rows + ".parquet");
        var random = new Random(1);
        try (var out = Files.newOutputStream(file);
                var parquet = new ParquetWriter(out, IntStream.range(0, COLUMNS)
                        .<ParquetField>mapToObj(
                                i -> new ParquetField.Value("c" + i, ParquetField.Type.TEXT, false))
                        .toList(), "test")) {
            for (int row = 0; row < rows; row++) {
                parquet.row(Collections.nCopies(COLUMNS, String.valueOf(random.nextInt(10))));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 60, 100, (byte) 0xff);
        return Files.write(file, bytes);
    }

    private long threads() throws IOException {
        var file = folder.resolve("threads.txt");
        Files.deleteIfExists(file);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(),
                ThreadDumpFormat.TEXT_PLAIN);
        return Arrays.stream(Files.readString(file).split("\n\n")).filter(thread -> thread.contains("dev.hardwood"))
                .count();
    }

    private void assertNoThreadIsLeft() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        assertThat(threads()).isZero();
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> Collected.of(file)).isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("Download it again");
    }

    @Test
    void aSmallOneLeavesNoThread() throws IOException {
        var file = damaged(3);
        for (int i = 0; i < 20; i++) {
            assertRefused(file);
        }
        assertNoThreadIsLeft();
    }

    /// The other columns have more rows than the library keeps ready before somebody takes them.
    @Test
    void aLargeOneLeavesNoThread() throws IOException {
        var file = damaged(120_000);
        for (int i = 0; i < 3; i++) {
            assertRefused(file);
        }
        assertNoThreadIsLeft();
    }
}
