package org.askance.storage.annotation;

/// One class of a task.
///
/// @param key the keyboard key that answers it, one character
public record LabelDefinition(String name, String key) {}
