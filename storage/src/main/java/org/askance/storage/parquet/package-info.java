/// Parquet files, written a row group at a time with the JDK alone; nothing here knows what the rows mean.
@NullMarked
package org.askance.storage.parquet;

import org.jspecify.annotations.NullMarked;
