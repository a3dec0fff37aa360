package org.askance.model.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.askance.model.told.OfHub;
import org.jspecify.annotations.Nullable;

/// Brings the bytes of an answer into a channel. They are written on the HTTP client's threads while the
/// caller waits: so it can stop, or notice that nothing comes any more, which a blocked read could not.
final class Body implements Flow.Subscriber<List<ByteBuffer>> {

    private static final long LOOK_MS = 100;

    private final WritableByteChannel to;
    private final long most;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile long taken;
    private volatile long lastAtNs = System.nanoTime();

    private Body(WritableByteChannel to, long most) {
        this.to = to;
        this.most = most;
    }

    /// Throws an answer away.
    ///
    /// @param body `null` where a proxy refuses a tunnel: so the JDK says that it has none
    static void drop(Flow.@Nullable Publisher<List<ByteBuffer>> body) {
        if (body == null) {
            return;
        }
        var none = new Body(Channels.newChannel(OutputStream.nullOutputStream()), 0);
        body.subscribe(none);
        none.stop();
    }

    /// @param most  more bytes than this are a failure
    /// @param taken hears now and then how many have come
    /// @throws PassingFailure if the connection broke off, stalled, or brought more than `most`
    /// @throws UncheckedIOException if the channel cannot be written to
    static void take(Flow.Publisher<List<ByteBuffer>> body, WritableByteChannel to, long most, Duration stall,
            BooleanSupplier cancelled, LongConsumer taken) throws PassingFailure {
        var taking = new Body(to, most);
        body.subscribe(taking);
        try {
            while (!taking.ended()) {
                taken.accept(taking.taken);
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (System.nanoTime() - taking.lastAtNs > stall.toNanos()) {
                    throw new PassingFailure(OfHub.NOTHING_CAME.with(stall.toSeconds()), (Throwable) null);
                }
            }
        } finally {
            taking.stop();
            taken.accept(taking.taken);
        }
    }

    private boolean ended() throws PassingFailure {
        try {
            return end.get(LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException disk) {
                throw disk;
            }
            throw new PassingFailure(OfHub.BROKE_OFF.with(), e.getCause());
        }
    }

    private void stop() {
        var now = subscription;
        if (now != null) {
            now.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    // Called by one thread at a time.
    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void onNext(List<ByteBuffer> parts) {
        lastAtNs = System.nanoTime();
        try {
            for (var part : parts) {
                if (taken + part.remaining() > most) {
                    throw new IOException("more bytes than announced");
                }
                write(part);
            }
            var now = subscription;
            if (now != null) {
                now.request(1);
            }
        } catch (IOException | UncheckedIOException e) {
            stop();
            end.completeExceptionally(e);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void write(ByteBuffer part) {
        try {
            while (part.hasRemaining()) {
                taken += to.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(true);
    }
}
