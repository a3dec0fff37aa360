package org.askance.app.ui;

import org.askance.storage.query.Queue;

/// The queue that is being asked.
///
/// @param key   lasting: recorded with answers, and with where each annotator stands
/// @param name  as people read it
/// @param blind whether predictions and others' answers are hidden until one has answered
public record AskedQueue(String key, String name, Queue queue, boolean blind) {

    /// Before anyone has chosen.
    public static final AskedQueue ALL = new AskedQueue("dataset", "", Queue.ALL, false);
}
