package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void bytesAreThreeDigitsOrSo() {
        assertThat(
                LongStream.of(0, 947, 999, 12_345, 99_960, 999_600, 440_449_768, 1_250_000_000, 2_000_000_000_000_000L)
                        .mapToObj(count -> Amounts.bytes(Strings.english(), count)))
                .containsExactly("0 B", "947 B", "999 B", "12.3 kB", "100 kB", "1.0 MB",
                        "440 MB", "1.3 GB", "2000 TB");
    }

    @Test
    void timesAreTwoUnitsAtMost() {
        assertThat(DoubleStream.of(0.4, 48, 125, 11_400).mapToObj(Amounts::time)).containsExactly("0 s", "48 s",
                "2 min 5 s", "3 h 10 min");
    }
}
