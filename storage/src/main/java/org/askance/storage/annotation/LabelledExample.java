package org.askance.storage.annotation;

import java.util.Map;

import org.askance.storage.dataset.Example;

/// An example to train or evaluate on.
///
/// @param labels task name to current label; at least one
public record LabelledExample(Example example, Map<String, String> labels) {}
