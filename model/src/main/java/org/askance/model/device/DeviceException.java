package org.askance.model.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tensor library could not be started on this machine, or not on the device that was asked for; the message says
/// what to do.
public final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Finding finding;

    public DeviceException(String message) {
        super(message);
        this.finding = null;
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
        this.finding = null;
    }

    DeviceException(String message, Finding finding) {
        super(message);
        this.finding = finding;
    }

    /// What was found, where that is the cause.
    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }
}
