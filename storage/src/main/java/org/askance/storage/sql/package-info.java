/// Opening, migrating, reading and writing the project's SQLite file. Knows none of the tables' meaning.
@NullMarked
package org.askance.storage.sql;

import org.jspecify.annotations.NullMarked;
