package org.echoppe.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.echoppe.domain.Did;
import org.echoppe.store.MailPiece;
import org.echoppe.store.MailStore;

/**
 * What waits here for merchants who fetch it themselves. Whoever asks with the merchant's own key is given whatever is held
 * for it; only those whose mail is kept here by agreement may keep a call open.
 */
public final class Postbox implements AutoCloseable {
    /** Envelopes at a time. */
    public static final int PAGE = 50;
    /** A call may be open for so long. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(55);

    private static final long PAGE_BYTES = 2 << 20;

    private final MailStore store;
    private final Predicate<Did> keeps;
    /** Who has a call open; a second one ends the first. */
    private final Map<Did, CountDownLatch> bells = new ConcurrentHashMap<>();

    private volatile boolean closed;

    Postbox(MailStore store, Predicate<Did> keeps) {
        this.store = store;
        this.keeps = keeps;
    }

    /** Whether the keeper of this node agreed to keep this merchant's mail. */
    public boolean keeps(Did merchant) {
        return keeps.test(merchant);
    }

    /**
     * The owner's envelopes, oldest first; waits for the first to come.
     *
     * @param after only those behind the piece of this number
     */
    public List<MailPiece> collect(Did owner, long after, Duration wait) {
        var bell = new CountDownLatch(1);
        var before = bells.put(owner, bell);
        if (before != null) {
            before.countDown();
        }
        try {
            var mail = store.waitingFor(owner, after, PAGE, PAGE_BYTES);
            if (mail.isEmpty() && !closed && keeps(owner) && rings(bell, wait)) {
                mail = store.waitingFor(owner, after, PAGE, PAGE_BYTES);
            }
            store.settle();
            return mail;
        } finally {
            bells.remove(owner, bell);
        }
    }

    private static boolean rings(CountDownLatch bell, Duration wait) {
        try {
            var most = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            return bell.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Something came for this merchant. */
    void came(Did merchant) {
        var bell = bells.get(merchant);
        if (bell != null) {
            bell.countDown();
        }
    }

    /** Calls that are open end at once. */
    @Override
    public void close() {
        closed = true;
        bells.values().forEach(CountDownLatch::countDown);
    }
}
