package org.echoppe.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a line of the security journal that was just written from a new one. */
final class Repeats {
    private static final int REMEMBERED = 2_000;

    private record Line(SecurityKind kind, String who, String what, String why) {}

    private record Seen(Instant written, int leftOut) {}

    private final Duration quiet;
    private final Map<Line, Seen> lines = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Line, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    Repeats(Duration quiet) {
        this.quiet = quiet;
    }

    /** How many like it were left out since the last one was written, when this one is to be written; else −1. */
    synchronized int seen(SecurityEvent event) {
        var line = line(event);
        var before = lines.get(line);
        if (before != null && isSoonAfter(before.written(), event.at())) {
            lines.put(line, new Seen(before.written(), before.leftOut() + 1));
            return -1;
        }
        lines.remove(line);
        lines.put(line, new Seen(event.at(), 0));
        return before == null ? 0 : before.leftOut();
    }

    /** Not when the clock was set back meanwhile: nobody knows how long that is. */
    private boolean isSoonAfter(Instant written, Instant at) {
        return !at.isBefore(written) && at.isBefore(written.plus(quiet));
    }

    /** It was not written after all: the next like it is a new one. */
    synchronized void forget(SecurityEvent event) {
        lines.remove(line(event));
    }

    private static Line line(SecurityEvent event) {
        return new Line(event.kind(), event.who(), event.what(), event.why());
    }
}
