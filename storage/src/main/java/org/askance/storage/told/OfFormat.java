package org.askance.storage.told;

import java.util.Locale;

/// Names of outside formats that are words; others are called the same in every language.
public enum OfFormat implements Sentence {
    MMSD_TEXT("MMSD text"),
    CLFA_ROWS("rows of the CLFA repository"),
    CLFA_SENTIMENT("sentiment rows of the CLFA repository"),
    GUID_FOLDER("guid folder"),
    IMAGE_FOLDER("Hugging Face image folder"),
    TABLE("CSV or TSV");

    private final String english;

    OfFormat(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "format." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
