package org.askance.storage.exchange;

/// An outside format that pairs are read from.
///
/// `mapped`: a person may choose what its columns mean. `encoded`: a person may choose its text encoding.
public enum Format {
    MMSD_TEXT("MMSD text", false, true),
    CLFA_ROWS("rows of the CLFA repository", false, true),
    CLFA_SENTIMENT("sentiment rows of the CLFA repository", false, true),
    MMSD2_JSON("MMSD2.0 JSON", false, true),
    MVSA("MVSA", false, true),
    GUID_FOLDER("guid folder", false, true),
    IMAGE_FOLDER("Hugging Face image folder", false, true),
    PARQUET("Parquet", true, false),
    LABEL_STUDIO("Label Studio JSON", false, true),
    DOCCANO("doccano JSONL", false, true),
    PRODIGY("Prodigy JSONL", false, true),
    TABLE("CSV", true, true),
    JSON_LINES("JSONL", true, true);

    private final String title;
    private final boolean mapped;
    private final boolean encoded;

    Format(String title, boolean mapped, boolean encoded) {
        this.title = title;
        this.mapped = mapped;
        this.encoded = encoded;
    }

    /// As sentences name it.
    public String title() {
        return title;
    }

    public boolean isMapped() {
        return mapped;
    }

    public boolean isEncoded() {
        return encoded;
    }

    /// As the command line spells it, for example `mmsd-text`.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether rows with words that give the label away may be left out.
    public boolean hasLeakingWords() {
        return this == MMSD_TEXT || this == CLFA_ROWS;
    }
}
