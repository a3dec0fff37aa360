package org.askance.app.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the palette promises, measured; and what is said of other colours.
class LabelColoursTest {

    /// Of the light and the dark theme, and of both with high contrast.
    private static final List<String> BACKGROUNDS = List.of("#ffffff", "#0d1117", "#ffffff", "#000000");

    private static TaskDefinition task(@Nullable String... colours) {
        var labels = new ArrayList<LabelDefinition>();
        for (int i = 0; i < colours.length; i++) {
            labels.add(new LabelDefinition("label " + i, String.valueOf(i), colours[i]));
        }
        return new TaskDefinition("task", labels);
    }

    /// Pairs of Sharma, Wu, Dalal 2005, table 1.
    @ParameterizedTest
    @CsvSource({"50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425", "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
            "50, 0, 0, 50, -1, 2, 2.3669", "50, 2.5, 0, 73, 25, -18, 27.1492", "50, 2.5, 0, 61, -5, 29, 22.8977",
            "50, 2.5, 0, 56, -27, -3, 31.9030", "50, 2.5, 0, 58, 24, 15, 19.4535"})
    void distancesAreThoseOfThePaper(double l1, double a1, double b1, double l2, double a2, double b2,
            double expected) {
        var one = new LabColour(l1, a1, b1);
        var other = new LabColour(l2, a2, b2);
        assertThat(one.distance(other)).isCloseTo(expected, within(5e-5));
        assertThat(other.distance(one)).isCloseTo(expected, within(5e-5));
    }

    @Test
    void whiteIsWhiteToAllEyesAndRedAndGreenMeetWhereConesAreMissing() {
        for (var eyes : ColourVision.values()) {
            var white = eyes.see("#ffffff");
            assertThat(white.l()).isCloseTo(100, within(0.1));
            assertThat(Math.hypot(white.a(), white.b())).isLessThan(0.2);
        }
        // A red and a green of nearly the same light.
        assertThat(ColourVision.USUAL.distance("#c05a5a", "#7a8450")).isGreaterThan(30);
        assertThat(ColourVision.DEUTERANOPIA.distance("#c05a5a", "#7a8450"))
                .isLessThan(ColourVision.USUAL.distance("#c05a5a", "#7a8450") / 3);
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void theColoursOfThePaletteStayApart(ColourVision eyes) {
        var all = new ArrayList<>(LabelColours.PALETTE);
        assertThat(all).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        all.add(LabelColours.NONE);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                least = Math.min(least, eyes.distance(all.get(i), all.get(j)));
            }
        }
        assertThat(least).as("least CIEDE2000 to %s", eyes).isGreaterThan(12.5).isGreaterThan(ColourVision.ALIKE);
    }

    @Test
    void theColoursOfThePaletteAreSeenOnEveryBackground() {
        for (String background : BACKGROUNDS) {
            assertThat(LabelColours.PALETTE).allSatisfy(colour -> assertThat(ColourVision.contrast(colour, background))
                    .as("%s on %s", colour, background).isGreaterThanOrEqualTo(3));
        }
        assertThat(ColourVision.contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
    }

    @Test
    void colourOfAPlaceIsThatOfThePaletteUnlessALabelHasItsOwn() {
        assertThat(LabelColours.of(task(null, "#ABCDEF"), 0)).isEqualTo(LabelColours.PALETTE.getFirst());
        assertThat(LabelColours.of(task(null, "#ABCDEF"), 1)).isEqualTo("#abcdef");
        assertThat(LabelColours.of(task(null, "#ABCDEF"), "nobody")).isEmpty();
    }

    @Test
    void whatWouldLookAlikeIsSaidAndToWhom() {
        var warnings = new ColourWarnings(Strings.english());
        assertThat(warnings.of(task(null, null, null))).isEmpty();
        assertThat(warnings.of(task("#3ca578", "#3ba477"))).containsExactly(
                "“label 0” and “label 1” look alike to everyone. Choose another colour for one of them.");
        assertThat(warnings.of(task("#c05a5a", "#7a8450"))).singleElement().asString()
                .contains("“label 0” and “label 1”", "deuteranopia (no green)").doesNotContain("tritanopia");
        assertThat(warnings.of(task("#ffff00", "#000080"))).containsExactly(
                "“label 0” is hard to see in the light window: its colour has less contrast than 3:1.",
                "“label 1” is hard to see in the dark window: its colour has less contrast than 3:1.");
    }
}
