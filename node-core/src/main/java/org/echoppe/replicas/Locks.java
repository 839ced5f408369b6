package org.echoppe.replicas;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.echoppe.domain.Did;

/** One repository at a time, many repositories at once. */
final class Locks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    void with(Did did, Runnable work) {
        with(did, () -> {
            work.run();
            return true;
        });
    }

    <T> T with(Did did, Supplier<T> work) {
        var lock = stripes[Math.floorMod(did.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
