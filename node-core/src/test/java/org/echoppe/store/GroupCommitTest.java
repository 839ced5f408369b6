package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    @Test
    void whoeverCommitsWhileTheDiskIsBusySharesTheNextFlush() throws Exception {
        var flushes = new AtomicInteger();
        var busy = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var group = new GroupCommit(() -> {
            flushes.incrementAndGet();
            busy.countDown();
            awaitQuietly(goOn);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long first = group.commit(() -> {});
            var alone = threads.submit(() -> {
                group.await(first);
                return first;
            });
            busy.await();
            var others = new ArrayList<Future<Long>>();
            for (int i = 0; i < 40; i++) {
                long commit = group.commit(() -> {});
                others.add(threads.submit(() -> {
                    group.await(commit);
                    return commit;
                }));
            }
            goOn.countDown();
            alone.get();
            for (var other : others) {
                other.get();
            }
        }
        assertThat(flushes).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
