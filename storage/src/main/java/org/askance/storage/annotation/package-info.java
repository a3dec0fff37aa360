/// Tasks and their labels as data, answers as a history that is only appended to, and the labels that follow from it.
@NullMarked
package org.askance.storage.annotation;

import org.jspecify.annotations.NullMarked;
