package org.askance.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.askance.assets.Emoji.Part;
import org.junit.jupiter.api.Test;

class EmojiTest {

    private static List<String> parts(String text) {
        return Emoji.parts(text).stream().map(part -> switch (part) {
            case Part.Words(String words) -> words;
            case Part.Picture(String emoji, Emoji.Cell _) -> "[" + emoji + "]";
        }).toList();
    }

    @Test
    void theLongestSequenceIsOnePicture() {
        assertThat(parts("so 👨‍👩‍👧‍👦 1️⃣ 🇩🇪!")).containsExactly("so ", "[👨‍👩‍👧‍👦]", " ", "[1️⃣]", " ",
                "[🇩🇪]", "!");
        assertThat(parts("👍🏽👍")).containsExactly("[👍🏽]", "[👍]");
        assertThat(parts("❤️❤")).hasSize(2).allSatisfy(part -> assertThat(part).startsWith("[❤"));
    }

    @Test
    void digitsSignsAndBrokenTextsStayWords() {
        assertThat(parts("5 # * © a")).hasSizeBetween(1, 3).first().asString().startsWith("5 # *");
        assertThat(parts("\ud83d half")).containsExactly("\ud83d half");
        assertThat(parts("")).isEmpty();
    }

    @Test
    void everyPictureStandsOnTheSheet() throws IOException {
        try (var in = Emoji.sheet()) {
            var sheet = ImageIO.read(in);
            assertThat(Emoji.parts("👩‍🚀😀🏳️‍🌈")).allSatisfy(part -> {
                var cell = ((Part.Picture) part).cell();
                int[] argb = sheet.getRGB(cell.xPx(), cell.yPx(), Emoji.SIZE_PX, Emoji.SIZE_PX, null, 0,
                        Emoji.SIZE_PX);
                assertThat(java.util.Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 == 255)).isTrue();
            });
        }
    }
}
