/// Tasks with their labels, and the answers of annotators as a history in which nothing is overwritten. Safe from any thread.
@NullMarked
package org.askance.storage.annotation;

import org.jspecify.annotations.NullMarked;
