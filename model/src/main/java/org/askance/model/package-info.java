/// What is computed: the network, its training and everything that can be read from it, for callers
/// that know neither tensors nor PyTorch. Public methods take and return plain Java and are safe from
/// any thread; each blocks until its answer is there, so callers are worker threads.
@NullMarked
package org.askance.model;

import org.jspecify.annotations.NullMarked;
