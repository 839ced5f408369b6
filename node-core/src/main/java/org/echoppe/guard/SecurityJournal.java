package org.echoppe.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was refused, to whom and why. A stranger decides how often that is, so what it costs is bounded: the same line is written once
 * a minute and then counts what was left out, a kind has {@value #LINES_A_MINUTE} lines a minute and {@value #LINES_OF_ONE} of
 * them for one caller, what is beyond is counted in a line of its own, and writing waits for up to a second to be one
 * transaction.
 */
public final class SecurityJournal implements AutoCloseable {
    static final int LINES_A_MINUTE = 60;
    static final int LINES_OF_ONE = 10;
    private static final int MAX_TEXT = 300;
    private static final int MAX_WAITING = 1_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SecurityJournal.class);

    private final SecuritySink sink;
    private final Clock clock;
    private final Repeats repeats;
    private final RateLimits linesOfOne;
    private final RateLimits linesOfKind;
    private final LeftOut leftOut = new LeftOut(MINUTE);
    private final BlockingQueue<SecurityEvent> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("security-journal").factory());

    public SecurityJournal(SecuritySink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
        this.repeats = new Repeats(MINUTE);
        this.linesOfOne = new RateLimits(LINES_OF_ONE, MINUTE, clock);
        this.linesOfKind = new RateLimits(LINES_A_MINUTE, MINUTE, clock);
        var _ = writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Never blocks and never fails.
     *
     * @param who a DID or an {@link AddressPrefix}
     * @param what was tried
     * @param why it was refused
     */
    public void record(SecurityKind kind, String who, String what, String why) {
        var event = new SecurityEvent(clock.instant(), kind, cut(who), cut(what), cut(why));
        int repeated = repeats.seen(event);
        if (repeated < 0) {
            return;
        }
        var line = repeated == 0 ? event : event.because(event.why() + " (+" + repeated + ")");
        if (!hasBudget(event) || !waiting.offer(line)) {
            repeats.forget(event);
            leftOut.add(kind, 1 + repeated, event.at());
        }
    }

    private boolean hasBudget(SecurityEvent event) {
        String kind = event.kind().name();
        return linesOfOne.take(kind + " " + event.who(), 1).isZero()
                && linesOfKind.take(kind, 1).isZero();
    }

    /** Newest first. */
    public List<SecurityEvent> latest(int count) {
        write();
        return sink.latest(count);
    }

    private void write() {
        write(leftOut.due(clock.instant()));
    }

    private synchronized void write(List<SecurityEvent> summaries) {
        var events = new ArrayList<SecurityEvent>();
        waiting.drainTo(events);
        events.addAll(summaries);
        if (events.isEmpty()) {
            return;
        }
        try {
            sink.append(events);
        } catch (RuntimeException e) {
            LOG.warn("Lines of the security journal could not be kept: {}", events, e);
        }
    }

    /** Control characters of a stranger could pretend to be another line. */
    private static String cut(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= MAX_TEXT ? plain : plain.substring(0, MAX_TEXT) + "…";
    }

    @Override
    public void close() {
        writer.shutdownNow();
        write(leftOut.all(clock.instant()));
    }
}
