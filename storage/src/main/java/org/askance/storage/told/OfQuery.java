package org.askance.storage.told;

import java.util.Locale;

/// What cannot be understood of a query.
public enum OfQuery implements Sentence {
    TOO_MANY_WORDS("A query may have {0} words; this one has more."),
    CLOSES_NOTHING("This bracket closes nothing."),
    MUST_FOLLOW("Something must follow ‘{0}’."),
    TOO_DEEP("This is nested too deeply; take brackets away."),
    MUST_PRECEDE("Something must stand before ‘{0}’."),
    EMPTY_BRACKETS("There is nothing in these brackets."),
    QUOTE_NEVER_CLOSED("This quotation mark is never closed."),
    BRACKET_NEVER_CLOSED("This bracket is never closed."),
    NUMBER_MUST_FOLLOW("A number must follow ‘{0}’ without a space, as in ‘{1}’."),
    REASON_MUST_FOLLOW("A word of the reason must follow ‘{0}:’. Write ‘is:flagged’ for all that are flagged."),
    ID_MUST_FOLLOW("An id must follow ‘{0}:’, as in ‘{0}:12’; an asterisk leaves its end open."),
    VALUE_MUST_FOLLOW("A value must follow ‘{0}:’ without a space."),
    VALUE_MUST_FOLLOW_AS_IN("A value must follow ‘{0}:’ without a space, as in ‘{1}’."),
    NO_FIELD("There is no ‘{0}’ to ask for. {1}"),
    LOOK_IN_TEXT("To look for it in the text, put it between quotation marks."),
    DID_YOU_MEAN("Did you mean ‘{0}’?"),
    THIS_OR_THAT("{0}’ or ‘{1}"),
    NOT_COMPARED("‘{0}’ cannot be compared; write ‘{0}:’."),
    NO_MEANING("‘{0}’ has no meaning here."),
    VALUE_MISSING("A value of ‘{0}’ is missing. Take away the comma or the sign that nothing stands beside."),
    NO_SPLIT("There is no split ‘{0}’. {1}"),
    NO_ANNOTATOR("There is no annotator ‘{0}’. {1}"),
    NO_TASK("There is no task ‘{0}’. {1}"),
    NO_LABEL("There is no label ‘{0}’. {1}"),
    NO_HAS("There is no ‘has:’ value ‘{0}’. {1}"),
    NO_IS("There is no ‘is:’ value ‘{0}’. {1}"),
    NO_DISAGREE("There is no ‘disagree:’ value ‘{0}’. {1}"),
    NONE_YET("This project has none yet."),
    THERE_IS("There is {0}."),
    THERE_ARE("There are {0}."),
    THERE_ARE_MORE("There are {0} and more."),
    SIGN_MISSING("A number is compared by one of <, <=, >, >= and =, as in ‘{0}<0.6’."),
    ONE_NUMBER("Only one number can stand here. Write decimals with a point, as in 0.6."),
    COMPARED_WITH_NUMBER("‘{0}’ is compared with a number, as in ‘{0}<0.6’."),
    ABOVE_ONE("‘{0}’ is too much: ‘{1}’ goes from 0 to 1, or 100%."),
    ABOVE_MOST("‘{0}’ is too much: ‘{1}’ goes from 0 to {2} here."),
    NO_NUMBER("‘{0}’ is no number from 0 to 1. Write for example 0.6 or 60%.");

    private final String english;

    OfQuery(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "query." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
