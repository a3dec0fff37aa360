package org.askance.app.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One person's keys of the whole window.
///
/// @param strokes of each action; none means that it has no key
public record WindowKeymap(Map<WindowAction, List<Stroke>> strokes) {

    public static final WindowKeymap USUAL = new WindowKeymap(Arrays.stream(WindowAction.values())
            .collect(Collectors.toMap(action -> action, WindowAction::usual)));

    private static final String PREFIX = "keys.window.";

    public WindowKeymap {
        var all = new EnumMap<WindowAction, List<Stroke>>(WindowAction.class);
        for (var action : WindowAction.values()) {
            all.put(action, List.copyOf(strokes.getOrDefault(action, List.of())));
        }
        strokes = Collections.unmodifiableMap(all);
    }

    public List<Stroke> of(WindowAction action) {
        return Objects.requireNonNull(strokes.get(action));
    }

    /// What `stroke` does.
    public Optional<WindowAction> find(Stroke stroke) {
        return strokes.entrySet().stream().filter(entry -> entry.getValue().contains(stroke)).map(Map.Entry::getKey)
                .findFirst();
    }

    /// The same with one more stroke for `action`.
    public WindowKeymap with(WindowAction action, Stroke stroke) {
        return replaced(action, Stream.concat(of(action).stream(), Stream.of(stroke)).distinct().toList());
    }

    public WindowKeymap without(WindowAction action, Stroke stroke) {
        return replaced(action, of(action).stream().filter(other -> !other.equals(stroke)).toList());
    }

    private WindowKeymap replaced(WindowAction action, List<Stroke> by) {
        var changed = new EnumMap<>(strokes);
        changed.put(action, by);
        return new WindowKeymap(changed);
    }

    /// Reads what [#format] gave. What is missing or cannot be read is as usual.
    ///
    /// @param kept the value kept under a key; `null` if there is none
    static WindowKeymap parse(UnaryOperator<@Nullable String> kept) {
        var strokes = new EnumMap<WindowAction, List<Stroke>>(WindowAction.class);
        for (var action : WindowAction.values()) {
            String text = kept.apply(PREFIX + action.key());
            var parsed = text == null ? List.<Optional<Stroke>>of() : text.lines().map(Stroke::parse).toList();
            strokes.put(action, text == null || parsed.contains(Optional.<Stroke>empty())
                    ? action.usual()
                    : parsed.stream().flatMap(Optional::stream).toList());
        }
        return new WindowKeymap(strokes);
    }

    /// As it is kept: strokes line by line under each action's name.
    Map<String, String> format() {
        var all = new java.util.TreeMap<String, String>();
        strokes.forEach((action, of) -> all.put(PREFIX + action.key(),
                of.stream().map(Stroke::format).collect(Collectors.joining("\n"))));
        return all;
    }
}
