package org.askance.model.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void everythingComesInOrderAndNeverMoreThanTwoAhead() {
        var made = new AtomicInteger();
        var taken = new ArrayList<Integer>();
        var mostAhead = new AtomicInteger();
        try (var ahead = new ReadAhead<>("test", 200, i -> {
            mostAhead.accumulateAndGet(made.incrementAndGet(), Math::max);
            return i;
        })) {
            for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                taken.add(next.orElseThrow());
                // One waits and one is being made, or is about to be put down.
                assertThat(made.get()).isLessThanOrEqualTo(taken.size() + 2);
            }
            assertThat(ahead.next()).isEmpty();
        }
        assertThat(taken).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void theNextIsMadeWhileItsOwnerWorks() throws InterruptedException {
        var second = new CountDownLatch(1);
        try (var ahead = new ReadAhead<>("test", 2, i -> {
            if (i == 1) {
                second.countDown();
            }
            return i;
        })) {
            assertThat(ahead.next()).contains(0);
            second.await();
            assertThat(ahead.next()).contains(1);
        }
    }

    @Test
    void whatFailsOnTheOtherThreadIsThrownAfterWhatWentWell() {
        for (var failure : List.of(new IllegalStateException("bad luck"), new OutOfMemoryError("pretended"))) {
            try (var ahead = new ReadAhead<>("test", 3, i -> {
                if (i == 1) {
                    switch (failure) {
                        case RuntimeException e -> throw e;
                        case Error e -> throw e;
                        default -> throw new AssertionError();
                    }
                }
                return i;
            })) {
                assertThat(ahead.next()).contains(0);
                assertThatThrownBy(ahead::next).isSameAs(failure);
            }
        }
    }

    @Test
    void closingWaitsForTheThread() {
        var thread = new AtomicReference<>(Thread.currentThread());
        var ahead = new ReadAhead<>("test", 1_000, i -> {
            thread.set(Thread.currentThread());
            return i;
        });
        assertThat(ahead.next()).contains(0);
        ahead.close();
        assertThat(thread.get()).isNotNull().isNotSameAs(Thread.currentThread()).extracting(Thread::isAlive)
                .isEqualTo(false);
        ahead.close();
    }
}
