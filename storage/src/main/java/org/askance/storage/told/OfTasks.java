package org.askance.storage.told;

import java.util.Locale;

/// Why tasks and labels cannot be changed so.
public enum OfTasks implements Sentence {
    NO_TASKS("A project needs at least one task."),
    UNNAMED_TASK("A task needs a name."),
    TASK_NAME("The name of a task may have {0} characters, and no line breaks."),
    TASK_TWICE("There is a task ‘{0}’ already. Choose another name."),
    FEW_LABELS("The task ‘{0}’ needs at least two labels."),
    UNNAMED_LABEL("A label of ‘{0}’ has no name."),
    LABEL_NAME("The name of a label may have {0} characters, and no line breaks."),
    TWO_LABELS("The task ‘{0}’ has two labels ‘{1}’. Rename one."),
    NO_KEY("The label ‘{0}’ needs a key: one letter, digit or sign, not ‘?’ or Space."),
    KEY_TAKEN("The key ‘{0}’ of the label ‘{1}’ is that of ‘{2}’ already. Choose another."),
    COLOUR("The colour of the label ‘{0}’ must look like #1f77b4, but is ‘{1}’."),
    TASK_NAME_TAKEN("The project has, or had, a task ‘{0}’. Choose another name."),
    TASK_USED("The task ‘{0}’ has been used. Retire it instead."),
    LABEL_TWICE("There is a label ‘{0}’ already. Choose another name."),
    LABEL_NAME_TAKEN("The task ‘{0}’ has, or had, a label ‘{1}’. Choose another name."),
    INTO_ITSELF("‘{0}’ cannot become part of itself."),
    INTO_RETIRED("‘{0}’ is retired. Bring it back first."),
    LABEL_USED("The label ‘{0}’ has been used. Retire it instead."),
    NOTHING_TO_UNDO("There is nothing to undo."),
    NOTHING_TO_REDO("There is nothing to redo."),
    CHANGED_SINCE("The tasks were changed otherwise since, so this edit stays.");

    private final String english;

    OfTasks(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "tasks." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
