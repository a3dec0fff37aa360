package org.askance.app.annotate.keys;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.askance.app.ui.Stroke;
import org.jspecify.annotations.Nullable;

/// One person's keys: which strokes do what, and where both tasks are answered at once. Labels' keys are the
/// project's, see [KeyTable].
///
/// @param strokes of each action; none means that it has no key
public record Keymap(Map<KeyAction, List<Stroke>> strokes, Block block) {

    public static final Keymap USUAL = new Keymap(Arrays.stream(KeyAction.values())
            .collect(Collectors.toMap(action -> action, KeyAction::usual)), Block.OFF);

    private static final String PREFIX = "keys.";
    private static final String BLOCK = PREFIX + "block";
    /// Opens the manual; it once showed the keys, and may have been kept so.
    private static final Stroke MANUAL = Stroke.of(KeyCode.F1);

    public Keymap {
        var all = new EnumMap<KeyAction, List<Stroke>>(KeyAction.class);
        for (var action : KeyAction.values()) {
            all.put(action, List.copyOf(strokes.getOrDefault(action, List.of())));
        }
        strokes = Collections.unmodifiableMap(all);
    }

    public List<Stroke> of(KeyAction action) {
        return Objects.requireNonNull(strokes.get(action));
    }

    /// The same with one more stroke for `action`.
    public Keymap with(KeyAction action, Stroke stroke) {
        return replaced(action, Stream.concat(of(action).stream(), Stream.of(stroke)).distinct().toList());
    }

    public Keymap without(KeyAction action, Stroke stroke) {
        return replaced(action, of(action).stream().filter(other -> !other.equals(stroke)).toList());
    }

    public Keymap with(Block newBlock) {
        return new Keymap(strokes, newBlock);
    }

    private Keymap replaced(KeyAction action, List<Stroke> by) {
        var changed = new EnumMap<>(strokes);
        changed.put(action, by);
        return new Keymap(changed, block);
    }

    /// Reads what [#format] gave. What is missing or cannot be read is as usual.
    ///
    /// @param kept the value kept under a key; `null` if there is none
    static Keymap parse(UnaryOperator<@Nullable String> kept) {
        var strokes = new EnumMap<KeyAction, List<Stroke>>(KeyAction.class);
        for (var action : KeyAction.values()) {
            String text = kept.apply(PREFIX + action.key());
            strokes.put(action, text == null ? action.usual() : strokes(text, action.usual()));
        }
        String block = kept.apply(BLOCK);
        return new Keymap(strokes, block == null ? Block.OFF : Block.of(block));
    }

    private static List<Stroke> strokes(String text, List<Stroke> otherwise) {
        var parsed = text.lines().map(Stroke::parse).toList();
        return parsed.stream().allMatch(java.util.Optional::isPresent)
                ? parsed.stream().map(java.util.Optional::get).filter(stroke -> !stroke.equals(MANUAL)).toList()
                : otherwise;
    }

    /// As it is kept: strokes line by line under each action's name.
    Map<String, String> format() {
        var all = new java.util.TreeMap<String, String>();
        strokes.forEach((action, of) -> all.put(PREFIX + action.key(),
                of.stream().map(Stroke::format).collect(Collectors.joining("\n"))));
        all.put(BLOCK, block.key());
        return all;
    }
}
