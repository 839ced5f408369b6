package org.echoppe.discovery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.PeerClocks;

/**
 * Tells when this computer's clock is found to be more than five minutes off its peers', and when it is right again. What
 * strangers alone say is a line in the journal.
 */
final class ClockWatch {
    private final PeerClocks clocks;
    private final SecurityJournal journal;
    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wasWrong = new AtomicBoolean();
    private final AtomicBoolean wasDoubtful = new AtomicBoolean();

    ClockWatch(PeerClocks clocks, SecurityJournal journal) {
        this.clocks = clocks;
        this.journal = journal;
    }

    void onChange(Consumer<Boolean> listener) {
        listeners.add(listener);
    }

    boolean isWrong() {
        return wasWrong.get();
    }

    /** After a peer was heard, or went. */
    void check() {
        boolean doubtful = clocks.isDoubtful();
        if (wasDoubtful.getAndSet(doubtful) != doubtful && doubtful) {
            journal.record(
                    SecurityKind.CLOCK_DOUBTED, "this computer", "its clock", "strangers' clocks are minutes away");
        }
        boolean wrong = clocks.isWrong();
        if (wasWrong.getAndSet(wrong) != wrong) {
            if (wrong) {
                journal.record(
                        SecurityKind.CLOCK_WRONG,
                        "this computer",
                        "its clock",
                        "peers are ahead by " + clocks.ahead().orElse(Duration.ZERO));
            }
            listeners.forEach(listener -> listener.accept(wrong));
        }
    }
}
