package org.askance.model;

import java.util.HashSet;
import java.util.List;

/// A question the network answers with one of `labels`. Their order is the order of the head's logits,
/// so it belongs to a checkpoint and never changes within one.
///
/// @param name   short and stable, for example `sarcasm`; it names the head's weights
/// @param labels two or more, all different
public record Task(String name, List<String> labels) {

    public static final Task SARCASM = new Task("sarcasm", List.of("not sarcastic", "sarcastic"));
    public static final Task SENTIMENT = new Task("sentiment", List.of("positive", "negative", "neutral"));

    public Task {
        labels = List.copyOf(labels);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("task " + name + " needs two or more different labels, was " + labels);
        }
    }
}
