package org.askance.app.work;

import java.util.Objects;

/// Which version of the program runs.
public final class Version {

    private Version() {}

    /// As the jar's manifest says, or `development`.
    public static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
