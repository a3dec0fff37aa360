package org.askance.model.device;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tensor thread. One platform thread loads the engine, owns every `NDManager`, and runs all work in
/// the order in which it was asked for; gradients are off unless the work turns them on.
///
/// Safe from any thread; callers wait for their work. Long work, such as a training, asks once per step,
/// so that others get their turn in between. `close` ends the thread after the work already queued.
public final class Compute implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compute.class);
    private static final Runnable STOP = () -> {};

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("tensors").daemon().unstarted(this::loop);
    private final DeviceSettings settings;
    private final Machine machine;
    private final EngineStart.Started started;
    private final NDManager root;
    private boolean closed;

    private Compute(DeviceSettings settings, Machine machine) {
        this.settings = settings;
        this.machine = machine;
        thread.start();
        try {
            started = await(submit(new FutureTask<>(() -> EngineStart.run(settings, machine))));
        } catch (RuntimeException e) {
            queue.add(STOP);
            throw e;
        }
        root = started.root();
        LOG.info("Tensors on {} with {}, {} threads", device(), device().engine(), device().threads());
    }

    /// As the properties say, on this machine.
    ///
    /// @throws DeviceException if the library cannot be loaded on this machine, or a device is asked for that cannot be
    ///                         used
    public static Compute start() {
        return start(DeviceSettings.ofProperties());
    }

    /// Loads PyTorch, which takes about a second, and longer the first time, when its library is unpacked.
    ///
    /// @throws DeviceException if the library cannot be loaded on this machine, or a device is asked for that cannot be
    ///                         used
    public static Compute start(DeviceSettings settings) {
        return start(settings, Machine.here());
    }

    /// The same where facts about the machine are read elsewhere; the library is this machine's nevertheless.
    public static Compute start(DeviceSettings settings, Machine machine) {
        return new Compute(settings, machine);
    }

    /// What tensors run on; known as soon as [#start()] has returned.
    public DeviceInfo device() {
        return started.device();
    }

    /// All that led to this device, read anew. May take seconds; not for the tensor thread.
    public DeviceReport report() {
        return DeviceReport.ofRunning(settings, machine,
                new DeviceReport.Running(started.device(), started.finding(), started.cards()));
    }

    /// Runs `work` on the tensor thread and returns its answer, or throws what it threw. Called from the
    /// tensor thread itself it runs at once. Interrupting the caller does not stop the work.
    ///
    /// @throws IllegalStateException if this is closed
    @SuppressWarnings("unchecked") // E is what `work` declares; anything else it can throw is unchecked
    public <T, E extends Exception> T call(TensorWork<T, E> work) throws E {
        if (Thread.currentThread() == thread) {
            return inScope(work);
        }
        var task = new FutureTask<T>(() -> inScope(work));
        var _ = submit(task);
        try {
            return await(task);
        } catch (WorkFailed e) {
            throw (E) e.exception;
        }
    }

    /// As [#call], for work without an answer.
    public <E extends Exception> void run(TensorStep<E> step) throws E {
        call(scope -> {
            step.run(scope);
            return Boolean.TRUE;
        });
    }

    /// Work that gives nothing back.
    @FunctionalInterface
    public interface TensorStep<E extends Exception> {
        void run(NDManager scope) throws E;
    }

    /// A manager that outlives one piece of work, for weights. Its owner closes it inside a [#call] or by [#free].
    public NDManager newManager() {
        return call(_ -> root.newSubManager());
    }

    /// Runs `close`, which frees many tensors, and gives their memory back to the system.
    public void free(Runnable close) {
        run(_ -> {
            close.run();
            FreedMemory.giveBack();
        });
    }

    private <T, E extends Exception> T inScope(TensorWork<T, E> work) throws E {
        try (var scope = root.newSubManager()) {
            return work.run(scope);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private synchronized <T> FutureTask<T> submit(FutureTask<T> task) {
        if (closed) {
            throw new IllegalStateException("the tensor thread is closed");
        }
        queue.add(task);
        return task;
    }

    /// Carries a checked exception out of a task; unchecked ones travel as they are.
    private static final class WorkFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Exception exception;

        WorkFailed(Exception exception) {
            super(exception);
            this.exception = exception;
        }
    }

    private static <T> T await(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    switch (Objects.requireNonNull(e.getCause())) {
                        case RuntimeException unchecked -> throw unchecked;
                        case Error error -> throw error;
                        case Exception checked -> throw new WorkFailed(checked);
                        default -> throw new IllegalStateException(e);
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // STOP is that very object
    private void loop() {
        try {
            for (var next = queue.take(); next != STOP; next = queue.take()) {
                next.run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the tensor thread", e);
        }
    }

    /// Waits for the work already queued, then frees every tensor. Doing it twice does no harm.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(root::close);
            queue.add(STOP);
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
