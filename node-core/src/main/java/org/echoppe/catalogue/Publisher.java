package org.echoppe.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Tid;
import org.echoppe.records.Mailbox;
import org.echoppe.repo.Commit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings saved products and the profile into the signed repository: gathers changes for up to a second, then one commit (one
 * after the other where thousands of products changed), and a new one each day over the same data.
 */
public final class Publisher implements AutoCloseable {
    /** How long changes are gathered. */
    public static final Duration GATHER = Duration.ofSeconds(1);

    /** After how long a commit is renewed over the same data, PROTOCOL §2. */
    public static final Duration RENEW = Duration.ofHours(20);

    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final OwnRepository repository;
    private final Clock clock;
    private final Later later;
    private final List<Consumer<Commit>> announcers = new CopyOnWriteArrayList<>();
    private final ReentrantLock one = new ReentrantLock();
    private final AtomicBoolean gathering = new AtomicBoolean();
    /** Guarded by {@link #one}. */
    private @Nullable Runnable check;

    private volatile boolean clockTrusted = true;
    private volatile boolean closed;
    private volatile @Nullable Problem trouble;

    public Publisher(OwnRepository repository, Clock clock, Later later) {
        this.repository = repository;
        this.clock = clock;
        this.later = later;
    }

    /** Called after each commit is durable, on the thread that published; one that fails harms none of the others. */
    public void onCommit(Consumer<Commit> announcer) {
        announcers.add(announcer);
    }

    /** Done once, before anything is signed: what is held of the own repository must be as it was signed last. */
    public void checkFirst(Runnable check) {
        one.lock();
        try {
            this.check = check;
        } finally {
            one.unlock();
        }
    }

    /** Publishes what a stopped program left waiting, and from now on renews the commit daily. */
    public void start() {
        changed();
        later.run(LOOK, this::renewWhenDue);
    }

    /** Something was saved: it is published within a second. */
    public void changed() {
        if (!closed && gathering.compareAndSet(false, true)) {
            later.run(GATHER, this::publishGathered);
        }
    }

    /**
     * Publishes now what is waiting, and returns when it is durable.
     *
     * @return the last new commit; empty when nothing waited, or there is no shop
     * @throws Rejected CLOCK_WRONG, COMMIT_AHEAD, REPOSITORY_DAMAGED, DISK_FULL
     */
    public Optional<Commit> publishNow() {
        return publish(false);
    }

    /**
     * Publishes everything anew under the present time, when the clock was ahead as it was last published: no node with a
     * right clock has taken that commit.
     *
     * @return the new commit; empty when the last one is not ahead of the clock
     * @throws Rejected CLOCK_WRONG, REPOSITORY_DAMAGED, DISK_FULL
     */
    public Optional<Commit> redate() {
        return publish(repository::isAhead, repository::redate);
    }

    /** Where the shop can be called, for its profile: addresses of the peer port, and of the web port (empty: none). */
    public void reachableAt(List<String> endpoints, String webUrl) {
        repository.reachableAt(endpoints, webUrl);
        changed();
    }

    /** Mirrors that keep the shop's mail, for its profile. */
    public void mailAt(List<Mailbox> mailboxes) {
        repository.mailAt(mailboxes);
        changed();
    }

    /** Whether the clock agrees with the peers'. While it does not, nothing is signed. */
    public void trustClock(boolean trusted) {
        boolean regained = trusted && !clockTrusted;
        clockTrusted = trusted;
        if (regained) {
            changed();
        }
    }

    /** Whether something saved is not published yet. */
    public boolean isWaiting() {
        return repository.isWaiting();
    }

    /** Why what waits is not published yet; empty when nothing is wrong. */
    public Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Nothing is published any more; what waits is published by the next start. */
    @Override
    public void close() {
        // a commit under way is finished first
        one.lock();
        try {
            closed = true;
        } finally {
            one.unlock();
        }
    }

    private Optional<Commit> publish(boolean evenUnchanged) {
        return publish(() -> evenUnchanged || repository.isWaiting(), () -> repository.publish(evenUnchanged));
    }

    private Optional<Commit> publish(BooleanSupplier wanted, Supplier<Optional<Commit>> signing) {
        one.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            var first = check;
            if (first != null) {
                check = null;
                first.run();
            }
            if (!clockTrusted && wanted.getAsBoolean()) {
                throw Rejected.because(Fault.CLOCK_WRONG);
            }
            var last = Optional.<Commit>empty();
            var next = clockTrusted ? signing.get() : last;
            while (next.isPresent()) {
                last = next;
                announce(next.get());
                next = repository.hasMore() ? repository.publish(false) : Optional.empty();
            }
            trouble = null;
            return last;
        } catch (RuntimeException e) {
            trouble = problem(e);
            throw e;
        } finally {
            one.unlock();
        }
    }

    private static Problem problem(RuntimeException e) {
        return e instanceof Rejected rejected
                ? rejected.problems().getFirst()
                : Problem.of("", Fault.PUBLISHING_FAILED);
    }

    private void announce(Commit commit) {
        for (var announcer : announcers) {
            try {
                announcer.accept(commit);
            } catch (RuntimeException e) {
                LOG.warn("commit {} is stored, but telling of it failed", commit.rev(), e);
            }
        }
    }

    private void publishGathered() {
        gathering.set(false);
        attempt(false);
    }

    private void renewWhenDue() {
        if (closed) {
            return;
        }
        try {
            boolean due = repository.lastRev().filter(this::isDue).isPresent();
            // what waits although nobody changed anything: a closing that came to its end
            if (due || repository.isWaiting()) {
                attempt(due);
            }
        } catch (RuntimeException e) {
            LOG.error("whether the commit is to be renewed can't be found out", e);
            trouble = problem(e);
        } finally {
            later.run(LOOK, this::renewWhenDue);
        }
    }

    /** Also when the clock was ahead as it was signed: publishing tells so. */
    private boolean isDue(Tid rev) {
        var age = Duration.between(rev.instant(), clock.instant());
        return age.compareTo(RENEW) >= 0 || age.negated().compareTo(Commit.MOST_AHEAD) > 0;
    }

    /** In the background nobody hears an exception: the trouble is kept to be shown, and it is tried again. */
    private void attempt(boolean evenUnchanged) {
        try {
            publish(evenUnchanged);
        } catch (Rejected e) {
            later.run(TRY_AGAIN, this::changed);
        } catch (RuntimeException e) {
            LOG.error("publishing failed", e);
            later.run(TRY_AGAIN, this::changed);
        }
    }
}
