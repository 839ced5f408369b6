package org.echoppe.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts the lines of the security journal that there was no budget for: a line of its own tells how many of a kind. */
final class LeftOut {
    private record Count(Instant since, int lines) {}

    private final Duration quiet;
    private final Map<SecurityKind, Count> counts = new EnumMap<>(SecurityKind.class);

    LeftOut(Duration quiet) {
        this.quiet = quiet;
    }

    synchronized void add(SecurityKind kind, int lines, Instant at) {
        counts.merge(kind, new Count(at, lines), (old, more) -> new Count(old.since(), old.lines() + more.lines()));
    }

    /** What has been counted for long enough, or since a time that a clock set back has not reached yet. */
    List<SecurityEvent> due(Instant now) {
        return take(
                now,
                count -> now.isBefore(count.since())
                        || !now.isBefore(count.since().plus(quiet)));
    }

    List<SecurityEvent> all(Instant now) {
        return take(now, _ -> true);
    }

    private synchronized List<SecurityEvent> take(Instant now, Predicate<Count> wanted) {
        var lines = new ArrayList<SecurityEvent>();
        counts.entrySet().removeIf(entry -> {
            boolean taken = wanted.test(entry.getValue());
            if (taken) {
                String why = entry.getValue().lines() + " more of this kind left out";
                lines.add(new SecurityEvent(now, entry.getKey(), "", "", why));
            }
            return taken;
        });
        return lines;
    }
}
