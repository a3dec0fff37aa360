package org.askance.app.progress;

import org.askance.app.ui.Preferences;

/// What a person chose about their own figures. It stands in their preferences at this computer and not in the
/// project, which others open too.
final class Choices {

    private static final String STRIP = "progress.strip";
    private static final String BREAK = "progress.break.";
    private static final String GOAL = "progress.goal.";

    private final Preferences preferences;

    Choices(Preferences preferences) {
        this.preferences = preferences;
    }

    boolean showsStrip() {
        return Boolean.parseBoolean(preferences.get(STRIP, "true"));
    }

    void showStrip(boolean wanted) {
        preferences.put(STRIP, Boolean.toString(wanted));
    }

    /// Minutes of work after which one is reminded of a break; 0 for never.
    int breakAfter(String annotator) {
        return Math.max(0, (int) preferences.number(BREAK + annotator, 0));
    }

    void breakAfter(String annotator, int minutes) {
        preferences.put(BREAK + annotator, Integer.toString(minutes));
    }

    Goal goal(Whose whose) {
        return Goal.parse(whose.keys().stream().map(key -> preferences.get(GOAL + key, "")).filter(
                kept -> !kept.isEmpty()).findFirst().orElse(""));
    }

    /// Kept where it lasts, and no more where it did not.
    void goal(Whose whose, Goal goal) {
        var keys = whose.keys();
        keys.forEach(key -> preferences.remove(GOAL + key));
        preferences.put(GOAL + keys.getFirst(), goal.format());
    }

    /// Writes them. Not on the FX thread.
    void save() {
        preferences.save();
    }
}
