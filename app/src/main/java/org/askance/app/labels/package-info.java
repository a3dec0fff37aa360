/// Tasks and their labels, edited by people: names, keys, colours, order; what is done with labels that are in use.
@NullMarked
package org.askance.app.labels;

import org.jspecify.annotations.NullMarked;
