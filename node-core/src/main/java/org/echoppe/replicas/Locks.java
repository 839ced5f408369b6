package org.echoppe.replicas;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One at a time of what has the same name, many at once of what has not. */
public final class Locks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    public void with(Object name, Runnable work) {
        with(name, () -> {
            work.run();
            return true;
        });
    }

    public <T> T with(Object name, Supplier<T> work) {
        var lock = stripes[Math.floorMod(name.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
