package org.askance.model.device;

import java.util.Optional;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// The tensor library could not be started on this machine, or not on the device that was asked for; the message says
/// what to do.
public final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Told told;
    private final transient @Nullable Finding finding;

    public DeviceException(Told told) {
        this(told, (Finding) null);
    }

    public DeviceException(Told told, Throwable cause) {
        super(told.english(), cause);
        this.told = told;
        this.finding = null;
    }

    DeviceException(Told told, @Nullable Finding finding) {
        super(told.english());
        this.told = told;
        this.finding = finding;
    }

    /// The message, to be said in any language.
    public Told told() {
        return told;
    }

    /// What was found, where that is the cause.
    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }
}
