package org.askance.storage.exchange;

import java.util.Locale;
import java.util.Optional;

/// What examples can be written as.
public enum ExportFormat {
    CSV(".csv"), TSV(".tsv"), JSONL(".jsonl"), MMSD2(""), LABEL_STUDIO(".json"), DOCCANO(".jsonl"), PRODIGY(
            ".jsonl"),
    IMAGEFOLDER(""), PARQUET(".parquet"), ATLAS(".parquet");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// As commands spell it, for example `label-studio`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The format that commands spell as `key`.
    public static Optional<ExportFormat> of(String key) {
        return java.util.Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst();
    }

    /// What its file's name ends in; empty for a folder.
    public String extension() {
        return extension;
    }

    /// Whether it is a folder of several files.
    public boolean isFolder() {
        return extension.isEmpty();
    }

    /// Whether pictures come along whatever is wished.
    public boolean alwaysCopiesImages() {
        return this == IMAGEFOLDER;
    }
}
