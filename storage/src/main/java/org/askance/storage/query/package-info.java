/// The query language: text to a checked tree, the tree to SQL or to columns in memory; queues over what is found.
/// Safe from any thread.
@NullMarked
package org.askance.storage.query;

import org.jspecify.annotations.NullMarked;
