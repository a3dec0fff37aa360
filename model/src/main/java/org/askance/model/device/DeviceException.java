package org.askance.model.device;

/// The tensor library could not be started on this machine; the message says what to do.
public final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
