package org.askance.app.work;

import java.awt.Font;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Whether the system can draw a text: where no font has Chinese, Japanese or Korean, people see boxes, and should be
/// told why. JavaFX does not say which characters it can draw; AWT does, and asks the same system. Not for the FX
/// thread: the first answer takes some tenths of a second.
public final class MissingFont {

    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);
    private static final Map<UnicodeScript, Boolean> KNOWN = new ConcurrentHashMap<>();

    private MissingFont() {}

    /// Whether some East Asian letter of `text` is drawn as a box.
    public static boolean of(String text) {
        return text.codePoints()
                .anyMatch(point -> EAST_ASIAN.contains(UnicodeScript.of(point))
                        && !KNOWN.computeIfAbsent(UnicodeScript.of(point),
                                _ -> new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay(point)));
    }
}
