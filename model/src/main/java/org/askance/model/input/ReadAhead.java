package org.askance.model.input;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Makes things on a thread of its own, in order, while its owner works on the one before. Never more than one
/// waits to be taken, so that with the one being made and the one in use three are in memory at most.
///
/// [#next] and [#close] belong to one thread. Closing waits until the maker has stopped; what it makes should
/// therefore end soon once its owner no longer wants it.
public final class ReadAhead<T> implements AutoCloseable {

    private static final int MOST_WAITING = 1;

    private final Queue<T> waiting = new ArrayDeque<>();
    private final Thread maker;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    /// Begins to make `make(0)` to `make(count - 1)`.
    ///
    /// @param name of the thread
    public ReadAhead(String name, int count, IntFunction<T> make) {
        maker = Thread.ofPlatform().name(name).daemon().start(() -> run(count, make));
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the maker throws is thrown again by next()
    private void run(int count, IntFunction<T> make) {
        Throwable thrown = null;
        try {
            for (int i = 0; i < count && hasRoom(); i++) {
                put(make.apply(i));
            }
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        end(thrown);
    }

    /// Waits for room, so that nothing is made before it can be put down.
    private synchronized boolean hasRoom() {
        while (!closed && waiting.size() >= MOST_WAITING) {
            pause();
        }
        return !closed;
    }

    private synchronized void put(T thing) {
        waiting.add(thing);
        notifyAll();
    }

    private synchronized void end(@Nullable Throwable thrown) {
        ended = true;
        failure = thrown;
        notifyAll();
    }

    /// Waits for the next thing; empty after the last. Throws what making it threw.
    public synchronized Optional<T> next() {
        while (waiting.isEmpty() && !ended) {
            pause();
        }
        if (waiting.isEmpty()) {
            return switch (failure) {
                case null -> Optional.empty();
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure);
            };
        }
        var thing = waiting.remove();
        notifyAll();
        return Optional.of(thing);
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /// Makes nothing more and waits for the thread to end.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (maker.isAlive()) {
            try {
                maker.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
