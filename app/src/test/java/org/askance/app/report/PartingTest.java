package org.askance.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartingTest {

    @Test
    void shortTextsAreWhole() {
        assertThat(Parting.of("a\n b", "a c", 80)).isEqualTo(new Parting("a b", "a c"));
        assertThat(Parting.of("", "", 80)).isEqualTo(new Parting("", ""));
    }

    @Test
    void longTextsShowWhereTheyPart() {
        String same = "the quick brown fox jumps over the lazy dog ".repeat(20);
        var parting = Parting.of(same + "and rests" + same, same + "and sleeps" + same, 60);
        assertThat(parting.was()).startsWith("…").endsWith("…").contains("dog and reststhe").hasSizeLessThan(63);
        assertThat(parting.becomes()).startsWith("…").endsWith("…").contains("dog and sleepsthe");
        assertThat(parting.was().substring(0, 20)).isEqualTo(parting.becomes().substring(0, 20));
        assertThat(Parting.of(same, same + "more", 60).becomes()).endsWith("dog more").hasSizeLessThan(63);
    }

    @Test
    void noEmojiAndNoLetterWithMarksIsCut() {
        String family = "👩‍👩‍👧‍👦";
        var parting = Parting.of(family.repeat(30), family.repeat(30) + "!", 35);
        assertThat(parting.was().replace(family, "")).isIn("…", "……");
        assertThat(parting.becomes().replace(family, "")).isEqualTo("…!");
        var start = Parting.of(family.repeat(30), "other", 35);
        assertThat(start.was()).isEqualTo(family.repeat(3) + "…");
    }

    @Test
    void spacesAreSeenWhereOnlyTheyDiffer() {
        assertThat(Parting.of("a b\nc", "a  b c ", 80)).isEqualTo(new Parting("a␣b↵c", "a␣␣b␣c␣"));
    }
}
