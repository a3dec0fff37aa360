package org.askance.model.device;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Gives what tensors took and freed back to the system. The C library of Linux keeps it for the next request
/// otherwise: after a training of base size gigabytes, for as long as the program runs. Elsewhere nothing happens.
final class FreedMemory {

    /// `int malloc_trim(size_t pad)` of glibc.
    private static final Optional<MethodHandle> TRIM = find();

    private FreedMemory() {}

    @SuppressWarnings("restricted") // the launcher allows native access
    private static Optional<MethodHandle> find() {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup().find("malloc_trim").map(
                symbol -> linker.downcallHandle(symbol,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }

    static void giveBack() {
        TRIM.ifPresent(trim -> {
            try {
                var _ = (int) trim.invokeExact(0L);
            } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim throws nothing", e);
            }
        });
    }
}
