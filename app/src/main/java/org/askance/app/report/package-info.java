/// Evaluations, and what an import would change, as people and programs read them: Markdown, JSON, plain words. For the window and
/// the terminal alike; no threads, no JavaFX.
@NullMarked
package org.askance.app.report;

import org.jspecify.annotations.NullMarked;
