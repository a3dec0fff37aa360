package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void bytesAreThreeDigitsOrSo() {
        assertThat(DoubleStream.of(0, 947, 999.6, 12_345, 99_960, 440_449_768, 999_700_000, 1.25e9, 2e15)
                .mapToObj(Amounts::bytes)).containsExactly("0 B", "947 B", "1.0 kB", "12.3 kB", "100 kB", "440 MB",
                        "1.0 GB", "1.2 GB", "2000 TB");
    }

    @Test
    void timesAreTwoUnitsAtMost() {
        assertThat(DoubleStream.of(0.4, 48, 125, 11_400).mapToObj(Amounts::time)).containsExactly("0 s", "48 s",
                "2 min 5 s", "3 h 10 min");
    }
}
