package org.askance.app.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    void amountsTooAndThousandsInSentences() {
        assertThat(Amounts.bytes(german, 12_345)).isEqualTo("12,3 kB");
        assertThat(Amounts.bytes(german, 947)).isEqualTo("947 B");
        assertThat(german.get("progress.seconds", 9.4)).isEqualTo("9,4 s");
    }
}
