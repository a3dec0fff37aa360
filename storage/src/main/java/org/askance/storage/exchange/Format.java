package org.askance.storage.exchange;

import org.askance.storage.told.OfFormat;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// An outside format that pairs are read from.
///
/// `mapped`: a person may choose what its columns mean. `encoded`: a person may choose its text encoding.
public enum Format {
    MMSD_TEXT(OfFormat.MMSD_TEXT, false, true),
    CLFA_ROWS(OfFormat.CLFA_ROWS, false, true),
    CLFA_SENTIMENT(OfFormat.CLFA_SENTIMENT, false, true),
    MMSD2_JSON("MMSD2.0 JSON", false, true),
    MVSA("MVSA", false, true),
    GUID_FOLDER(OfFormat.GUID_FOLDER, false, true),
    IMAGE_FOLDER(OfFormat.IMAGE_FOLDER, false, true),
    PARQUET("Parquet", true, false),
    LABEL_STUDIO("Label Studio JSON", false, true),
    DOCCANO("doccano JSONL", false, true),
    PRODIGY("Prodigy JSONL", false, true),
    TABLE(OfFormat.TABLE, true, true),
    JSON_LINES("JSONL", true, true);

    private final String title;
    private final @Nullable OfFormat word;
    private final boolean mapped;
    private final boolean encoded;

    Format(String title, boolean mapped, boolean encoded) {
        this(title, null, mapped, encoded);
    }

    Format(OfFormat word, boolean mapped, boolean encoded) {
        this(word.english(), word, mapped, encoded);
    }

    /// @param word `null` for a name that is the same in every language
    Format(String title, @Nullable OfFormat word, boolean mapped, boolean encoded) {
        this.title = title;
        this.word = word;
        this.mapped = mapped;
        this.encoded = encoded;
    }

    /// As sentences name it.
    public Told told() {
        return word == null ? Told.plain(title) : word.with();
    }

    /// As sentences name it in English.
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

    /// What its rows are counted in: some files are one line.
    public Counted counted() {
        return switch (this) {
            case MMSD2_JSON, LABEL_STUDIO -> Counted.ITEM;
            case PARQUET -> Counted.ROW;
            case MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT, MVSA, GUID_FOLDER, IMAGE_FOLDER, DOCCANO, PRODIGY, TABLE,
                    JSON_LINES ->
                Counted.LINE;
        };
    }

    /// What a number says where a row stands.
    public enum Counted {
        LINE, ITEM, ROW;

        /// As sentences and keys name it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Whether rows with words that give the label away may be left out.
    public boolean hasLeakingWords() {
        return this == MMSD_TEXT || this == CLFA_ROWS;
    }

    /// Whether each text is a file of its own, in whatever encoding.
    public boolean hasTextFiles() {
        return this == MVSA || this == GUID_FOLDER || this == CLFA_SENTIMENT;
    }

    /// Whether a person may choose the folder of images: where a dataset ships them apart, or paths start elsewhere.
    public boolean choosesImages() {
        return switch (this) {
            case MMSD_TEXT, CLFA_ROWS, MMSD2_JSON, PARQUET, LABEL_STUDIO, DOCCANO, PRODIGY, TABLE, JSON_LINES -> true;
            case CLFA_SENTIMENT, MVSA, GUID_FOLDER, IMAGE_FOLDER -> false;
        };
    }

    /// Whether its files may name images by absolute paths.
    public boolean namesPaths() {
        return switch (this) {
            case MMSD2_JSON, PARQUET, LABEL_STUDIO, DOCCANO, PRODIGY, TABLE, JSON_LINES, IMAGE_FOLDER -> true;
            case MMSD_TEXT, CLFA_ROWS, CLFA_SENTIMENT, MVSA, GUID_FOLDER -> false;
        };
    }
}
