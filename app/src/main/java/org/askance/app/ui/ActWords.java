package org.askance.app.ui;

import java.util.Map;
import java.util.stream.Collectors;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Gesture;
import org.askance.storage.dataset.Split;

/// What was done to how many pairs, to be named in a sentence.
public record ActWords(Strings strings) {

    /// For example `‘sarcastic’ given to 12 pairs`.
    public String of(Act act, int count) {
        return switch (act) {
            case Act.Label(Map<String, String> labels) -> strings.get("act.label", count, labels(labels));
            case Act.Clear _ -> strings.get("act.clear", count);
            case Act.Skip() -> strings.get("act.skip", count);
            case Act.Flag _ -> strings.get("act.flag", count);
            case Act.Unflag() -> strings.get("act.unflag", count);
            case Act.Comment _ -> strings.get("act.comment", count);
            case Act.Gold() -> strings.get("act.gold", count);
            case Act.Ungold() -> strings.get("act.ungold", count);
            case Act.Move(Split split) -> strings.get("act.move", count, split(split));
        };
    }

    /// What a gesture did.
    public String of(Gesture gesture) {
        return gesture.mixed()
                ? strings.get("act.labels", gesture.examples())
                : of(gesture.act(), gesture.examples());
    }

    /// That `act` leaves some of the selected pairs as they are, and why.
    public String left(Act act, int count) {
        return strings.get(act instanceof Act.Gold ? "bulk.left.gold" : "bulk.left", count);
    }

    /// That `act` would change none of the selected pairs, and why.
    public String nothing(Act act, int count) {
        return strings.get(act instanceof Act.Gold ? "bulk.nothing.gold" : "bulk.nothing", count);
    }

    private String labels(Map<String, String> labels) {
        return labels.values().stream().sorted().map(this::label).collect(Collectors.joining(" + "));
    }

    public String label(String name) {
        return strings.getOr("label." + name, name);
    }

    public String split(Split split) {
        return strings.get("split." + split.key());
    }
}
