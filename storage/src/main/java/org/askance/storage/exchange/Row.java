package org.askance.storage.exchange;

import java.nio.file.Path;
import java.util.List;

import org.askance.storage.dataset.NewExample;

/// One row of an outside source.
public sealed interface Row {

    /// @param charset the name of the encoding its text was in
    record Readable(Path file, int line, NewExample example, String charset, List<RowProblem> problems)
            implements
                Row {}

    record Unreadable(RowProblem problem) implements Row {}
}
