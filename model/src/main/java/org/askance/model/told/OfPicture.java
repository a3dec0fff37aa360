package org.askance.model.told;

import java.util.Locale;

/// Why a picture cannot be read. Storage keeps these in English and recognises them again.
public enum OfPicture implements Sentence {
    NONE_THERE("There is no picture at {0}."),
    NO_PICTURE("{0} is not a picture that can be read."),
    DAMAGED("{0} is damaged: {1}."),
    TOO_MANY_PIXELS("{0} has {1} × {2} pixels, more than the {3} million that are read. Save it smaller.");

    private final String english;

    OfPicture(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "picture." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
