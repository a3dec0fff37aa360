/// What is kept: a project folder with its SQLite file, checkpoints and derived files. Knows neither JavaFX nor DJL.
/// All of it may be called from any thread but the FX thread, since every call may touch the disk.
@NullMarked
package org.askance.storage;

import org.jspecify.annotations.NullMarked;
