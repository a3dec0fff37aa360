package org.askance.storage.exchange;

import java.io.IOException;

/// Writes examples in one outside format, one after another. Confined to one thread; what it wrote is whole once
/// it is closed.
interface ExampleWriter extends AutoCloseable {

    void write(ExportRow row) throws IOException;

    @Override
    void close() throws IOException;
}
