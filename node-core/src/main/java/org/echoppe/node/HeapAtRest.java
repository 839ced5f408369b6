package org.echoppe.node;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Collects the heap once when the node has come to rest, so that what it no longer needs goes back to the system. The serial
 * collector, which takes least of a small machine, waits for a full heap otherwise, and who rests fills none.
 */
public final class HeapAtRest {
    /** How often to look. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    /** Bytes: whoever rests allocates less between two looks. */
    private static final long LITTLE = 4 << 20;

    private final LongSupplier used;
    private final Runnable collect;
    private long before = Long.MAX_VALUE;
    private boolean collected;

    /** Of this JVM. */
    public HeapAtRest() {
        this(() -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), System::gc);
    }

    /** @param used bytes of the heap, garbage included */
    HeapAtRest(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** To be called every so often, by one thread after the other. */
    public synchronized void look() {
        long now = used.getAsLong();
        boolean rests = now >= before && now - before < LITTLE;
        if (rests && !collected) {
            collect.run();
            now = used.getAsLong();
        }
        collected = rests;
        before = now;
    }
}
