package org.askance.app.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransferRateTest {

    private static final long S = 1_000_000_000;

    private final TransferRate rate = new TransferRate();

    @Test
    void itIsOfTheLastSecondsAndNotOfWhatWasThereBefore() {
        assertThat(rate.perSecond()).isZero();
        rate.add(0, 400_000_000);
        assertThat(rate.perSecond()).isZero();
        rate.add(S, 405_000_000);
        assertThat(rate.perSecond()).isEqualTo(5_000_000);
        rate.add(20 * S, 405_000_000);
        rate.add(22 * S, 407_000_000);
        assertThat(rate.perSecond()).isEqualTo(1_000_000);
    }

    @Test
    void startingOverIsNotANegativeRate() {
        rate.add(0, 100);
        rate.add(S, 50);
        assertThat(rate.perSecond()).isZero();
        rate.add(2 * S, 80);
        assertThat(rate.perSecond()).isEqualTo(30);
    }
}
