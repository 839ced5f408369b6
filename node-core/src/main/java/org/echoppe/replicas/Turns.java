package org.echoppe.replicas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.echoppe.domain.Did;

/** How many repositories are fetched at one time: from all peers, and from one, so that a slow one does not keep the others. */
final class Turns {
    private static final int ALL = 16;
    private static final int ONE_PEER = 2;

    private final Semaphore all = new Semaphore(ALL);
    private final Map<Did, Semaphore> peers = new ConcurrentHashMap<>();

    /** Work that may fail as it likes. */
    interface Work<X extends Exception> {
        Outcome run() throws X;
    }

    <X extends Exception> Outcome take(Did peer, Work<X> work) throws X {
        var own = peers.computeIfAbsent(peer, _ -> new Semaphore(ONE_PEER));
        own.acquireUninterruptibly();
        try {
            all.acquireUninterruptibly();
            try {
                return work.run();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
