package org.echoppe.orders;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.echoppe.domain.Did;
import org.echoppe.peers.Agenda;
import org.jspecify.annotations.Nullable;

/** Work for many nodes at once: for each one after the other, for a few at the same time, the rest in the order they came. */
final class Lanes {
    private final Agenda agenda;
    private final int most;
    private final Consumer<Did> work;
    private final Set<Did> waiting = new LinkedHashSet<>();
    private final Set<Did> running = new HashSet<>();

    /** @param most at the same time */
    Lanes(Agenda agenda, int most, Consumer<Did> work) {
        this.agenda = agenda;
        this.most = most;
        this.work = work;
    }

    /** Soon; once more when it is being done now. */
    void call(Did did) {
        synchronized (this) {
            waiting.add(did);
        }
        startNext();
    }

    private void startNext() {
        var next = next();
        if (next != null) {
            agenda.soon(() -> run(next));
        }
    }

    private synchronized @Nullable Did next() {
        if (running.size() >= most) {
            return null;
        }
        for (var did : waiting) {
            if (!running.contains(did)) {
                waiting.remove(did);
                running.add(did);
                return did;
            }
        }
        return null;
    }

    private void run(Did did) {
        try {
            work.accept(did);
        } finally {
            synchronized (this) {
                running.remove(did);
            }
            startNext();
        }
    }
}
