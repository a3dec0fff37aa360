/// The project's SQLite file: opening, migrating, one writer, many readers. Safe from any thread.
@NullMarked
package org.askance.storage.sql;

import org.jspecify.annotations.NullMarked;
