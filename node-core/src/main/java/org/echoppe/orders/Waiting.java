package org.echoppe.orders;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A command in the queue, and who waits for its answer. */
final class Waiting<T extends @Nullable Object> {
    private final Command<T> command;
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable T answer;
    private @Nullable RuntimeException refusal;

    Waiting(Command<T> command) {
        this.command = command;
    }

    /** On the ledger's thread. What it throws is what the waiting one gets, unless the turn is tried again. */
    boolean decide(Turn turn) {
        try {
            refusal = null;
            answer = command.decide(turn);
            return true;
        } catch (RuntimeException e) {
            refusal = e;
            return false;
        }
    }

    void fail(RuntimeException reason) {
        refusal = reason;
        answered.countDown();
    }

    void answer() {
        answered.countDown();
    }

    /** Waits to the end even when interrupted: what was decided is decided. */
    @SuppressWarnings("NullAway") // an answer is null only where T allows it
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                answered.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (refusal != null) {
            throw refusal;
        }
        return answer;
    }
}
