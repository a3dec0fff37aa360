package org.askance.app.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key and what is held down with it. A letter or digit is known by itself, on the number pad too; another key
/// that types something by what it types, so that `?` is one key whatever is held for it on this keyboard.
///
/// @param key      a capital letter, a digit, what is typed, or the name of a [KeyCode]
/// @param shift    never for a digit or what is typed
/// @param shortcut Ctrl, or Command on a Mac
public record Stroke(String key, boolean shift, boolean shortcut, boolean alt) {

    private static final String SHIFT = "shift";
    private static final String SHORTCUT = "shortcut";
    private static final String ALT = "alt";

    public Stroke {
        if (key.isBlank() || key.contains(" ")) {
            throw new IllegalArgumentException("a stroke needs a key");
        }
    }

    /// A key alone.
    public static Stroke of(KeyCode code) {
        return new Stroke(code.name(), false, false, false);
    }

    /// The key that types `text`, as people write a label's key.
    public static Optional<Stroke> typed(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT);
        return key.isEmpty() || key.contains(" ")
                ? Optional.empty()
                : Optional.of(new Stroke(key, false, false, false));
    }

    public Stroke withShift() {
        return new Stroke(key, true, shortcut, alt);
    }

    public Stroke withShortcut() {
        return new Stroke(key, shift, true, alt);
    }

    /// What was pressed; empty for a key that is only held, and for one that the system does not name.
    public static Optional<Stroke> of(KeyEvent event) {
        var code = event.getCode();
        if (code.isModifierKey()) {
            return Optional.empty();
        }
        boolean shortcut = event.isShortcutDown();
        boolean alt = event.isAltDown();
        String text = event.getText();
        if (code.isLetterKey()) {
            return Optional.of(new Stroke(code.getName(), event.isShiftDown(), shortcut, alt));
        }
        boolean moves = code.isNavigationKey() || code.isFunctionKey();
        if (isSign(text) && !shortcut && !moves) {
            return Optional.of(new Stroke(text, false, false, alt));
        }
        if (code.isDigitKey()) {
            return Optional.of(new Stroke(code.getName().replace("Numpad ", ""), false, shortcut, alt));
        }
        if (code != KeyCode.UNDEFINED) {
            return Optional.of(new Stroke(code.name().replaceFirst("^KP_", ""), event.isShiftDown(), shortcut, alt));
        }
        // Letters of other scripts have no code.
        return typed(text).map(typed -> new Stroke(typed.key, event.isShiftDown(), shortcut, alt));
    }

    private static boolean isSign(String text) {
        return text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) != 0x7f
                && !Character.isLetterOrDigit(text.charAt(0));
    }

    /// As an accelerator of a window; empty for a key that no code stands for.
    Optional<KeyCombination> combination() {
        var down = new ArrayList<KeyCombination.Modifier>();
        if (shortcut) {
            down.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (shift) {
            down.add(KeyCombination.SHIFT_DOWN);
        }
        if (alt) {
            down.add(KeyCombination.ALT_DOWN);
        }
        var modifiers = down.toArray(KeyCombination.Modifier[]::new);
        var code = key.length() == 1 && Character.isDigit(key.charAt(0)) ? "DIGIT" + key : key;
        return Arrays.stream(KeyCode.values()).filter(one -> one.name().equals(code)).findFirst()
                .map(one -> new KeyCodeCombination(one, modifiers));
    }

    /// Whether it types something into a field, or moves within it.
    public boolean isBare() {
        return !shortcut && !alt && !key.matches("F[0-9]+");
    }

    /// Reads what [#format] wrote; empty if it cannot be read.
    public static Optional<Stroke> parse(String text) {
        var parts = new ArrayList<>(Arrays.asList(text.split(" ", -1)));
        String key = parts.removeLast();
        return key.isBlank() || !List.of(SHORTCUT, SHIFT, ALT).containsAll(parts)
                ? Optional.empty()
                : Optional.of(new Stroke(key, parts.contains(SHIFT), parts.contains(SHORTCUT), parts.contains(ALT)));
    }

    /// As it is kept, for example `shortcut shift Z`.
    public String format() {
        return (shortcut ? SHORTCUT + " " : "") + (alt ? ALT + " " : "") + (shift ? SHIFT + " " : "") + key;
    }
}
