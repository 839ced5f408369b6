package org.echoppe.guard;

import java.time.Clock;
import java.util.List;

/** What was refused, to whom and why. Bounded: repeated lines of one minute are one line. */
public final class SecurityJournal {
    private final SecuritySink sink;
    private final Clock clock;

    public SecurityJournal(SecuritySink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    public void record(SecurityKind kind, String who, String what, String why) {
        sink.append(new SecurityEvent(clock.instant(), kind, who, what, why));
    }

    /** Newest first. */
    public List<SecurityEvent> latest(int count) {
        return sink.latest(count);
    }
}
