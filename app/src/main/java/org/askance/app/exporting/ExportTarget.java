package org.askance.app.exporting;

import java.util.Locale;
import org.askance.storage.exchange.ExportFormat;
import org.jspecify.annotations.Nullable;

/// What the dialog offers: every format, and the archive.
enum ExportTarget {
    CSV(ExportFormat.CSV), TSV(ExportFormat.TSV), JSONL(ExportFormat.JSONL), PARQUET(ExportFormat.PARQUET),
    LABEL_STUDIO(
            ExportFormat.LABEL_STUDIO),
    DOCCANO(ExportFormat.DOCCANO), PRODIGY(ExportFormat.PRODIGY), MMSD2(
            ExportFormat.MMSD2),
    IMAGEFOLDER(
            ExportFormat.IMAGEFOLDER),
    ATLAS(ExportFormat.ATLAS), ARCHIVE(null);

    private final @Nullable ExportFormat format;

    ExportTarget(@Nullable ExportFormat format) {
        this.format = format;
    }

    /// `null`: the archive.
    @Nullable
    ExportFormat format() {
        return format;
    }

    /// Key of its name in the strings; with `.about` behind, of its sentence.
    String key() {
        return "export.format." + name().toLowerCase(Locale.ROOT);
    }

    String extension() {
        return format == null ? ".zip" : format.extension();
    }

    boolean isFolder() {
        return format != null && format.isFolder();
    }

    boolean offersImages() {
        return format != null && !format.alwaysCopiesImages();
    }
}
