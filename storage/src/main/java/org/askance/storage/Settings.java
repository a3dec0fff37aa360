package org.askance.storage;

import java.util.Optional;

/// Small things a project remembers, as text by key. Safe from any thread but the FX thread.
public final class Settings {

    public Optional<String> get(String key) {
        throw new UnsupportedOperationException();
    }

    public void put(String key, String value) {
        throw new UnsupportedOperationException();
    }

    public void remove(String key) {
        throw new UnsupportedOperationException();
    }
}
