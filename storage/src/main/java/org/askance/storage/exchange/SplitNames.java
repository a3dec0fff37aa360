package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.Locale;
import org.askance.storage.dataset.Split;

/// Splits by the names of files and folders: `valid2.txt`, `train-00000-of-00002.parquet`.
final class SplitNames {

    private SplitNames() {}

    /// What the letters that a name begins with say; `test_without_label.txt` is for test.
    static Split of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return Split.of(name.substring(0, end));
    }
}
