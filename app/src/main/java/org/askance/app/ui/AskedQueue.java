package org.askance.app.ui;

import java.util.List;
import org.askance.storage.query.Queue;

/// The queue that is being asked.
///
/// @param key   lasting: recorded with answers, and with where each annotator stands
/// @param name  as people read it
/// @param blind whether predictions and others' answers are hidden until one has answered
/// @param alone names of the tasks that it asks alone; empty where it asks all there are
public record AskedQueue(String key, String name, Queue queue, boolean blind, List<String> alone) {

    /// Before anyone has chosen.
    public static final AskedQueue ALL = new AskedQueue("dataset", "", Queue.ALL, false, List.of());

    public AskedQueue {
        alone = List.copyOf(alone);
    }
}
