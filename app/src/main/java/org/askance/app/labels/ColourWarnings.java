package org.askance.app.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;
import org.askance.storage.annotation.TaskDefinition;

/// What people may not see of a task's colours, as sentences.
record ColourWarnings(Strings strings) {

    /// Backgrounds of the light and of the dark theme.
    static final String LIGHT = "#ffffff";
    static final String DARK = "#0d1117";

    /// What WCAG 2.2 asks of marks (1.4.11).
    static final double CONTRAST = 3;

    List<String> of(TaskDefinition task) {
        var sentences = new ArrayList<String>();
        var names = task.labelNames().stream().map(name -> strings.getOr("label." + name, name)).toList();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String one = LabelColours.of(task, i);
                String other = LabelColours.of(task, j);
                var who = Arrays.stream(ColourVision.values())
                        .filter(eyes -> eyes.distance(one, other) < ColourVision.ALIKE).toList();
                if (!who.isEmpty()) {
                    // What usual eyes mix up, everybody does.
                    sentences.add(who.contains(ColourVision.USUAL)
                            ? strings.get("labels.alike.everyone", names.get(i), names.get(j))
                            : strings.get("labels.alike", names.get(i), names.get(j), people(who)));
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String colour = LabelColours.of(task, i);
            for (String background : List.of(LIGHT, DARK)) {
                if (ColourVision.contrast(colour, background) < CONTRAST) {
                    sentences.add(strings.get(background.equals(LIGHT) ? "labels.faint.light" : "labels.faint.dark",
                            names.get(i)));
                }
            }
        }
        return sentences;
    }

    private String people(List<ColourVision> who) {
        return who.stream().map(eyes -> strings.get("labels.eyes." + eyes.key())).collect(Collectors.joining(", "));
    }
}
