package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Strings german = Strings.in(Language.GERMAN);

    @Test
    void decimalsAreWrittenAsTheLanguageDoes() {
        assertThat(Numbers.decimals(Strings.english(), 0.8534, 3)).isEqualTo("0.853");
        assertThat(Numbers.decimals(german, 0.8534, 3)).isEqualTo("0,853");
        assertThat(Numbers.decimals(german, -1_234.5, 2)).isEqualTo("-1234,50");
        assertThat(Numbers.percent(0.8534)).isEqualTo("85 %");
    }

    @Test
    void whatIsTypedIsPlain() {
        assertThat(Numbers.typed(Strings.english(), 1e-4)).isEqualTo("0.0001");
        assertThat(Numbers.typed(german, 1e-4)).isEqualTo("0,0001");
        assertThat(Numbers.typed(german, 20)).isEqualTo("20");
        assertThat(Numbers.typed(german, Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.read(" 0,5 ")).isEqualTo(Numbers.read("0.5")).isEqualTo(0.5);
        assertThat(Numbers.read("1.000,5")).isNaN();
    }

    @Test
    void datesThatAreReadElsewhereHaveTheirZone() {
        var at = Instant.parse("2026-11-29T18:05:00Z");
        assertThat(Dates.everywhere(Strings.english()).format(at)).isEqualTo("November 29, 2026, 18:05 UTC");
        assertThat(Dates.everywhere(german).format(at)).isEqualTo("29. November 2026, 18:05 UTC");
    }

    @Test
    void amountsTooAndThousandsInSentences() {
        assertThat(Amounts.bytes(german, 12_345)).isEqualTo("12,3 kB");
        assertThat(Amounts.bytes(german, 947)).isEqualTo("947 B");
        assertThat(german.get("progress.seconds", 9.4)).isEqualTo("9,4 s");
    }
}
