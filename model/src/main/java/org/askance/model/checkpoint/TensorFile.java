package org.askance.model.checkpoint;

import java.nio.FloatBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Named tensors in one or several files. Safe from any thread until closed.
public interface TensorFile extends AutoCloseable {

    Set<String> names();

    /// @return the edges, or `null` if there is no such tensor
    long @Nullable [] shape(String name);

    /// The values as float32, row-major; a view of the file where it holds them so.
    ///
    /// @throws CheckpointException if there is no such tensor, or it holds no floating-point numbers
    FloatBuffer floats(String name);

    /// Where the tensors lie, as people are told.
    java.nio.file.Path file();

    @Override
    void close();
}
