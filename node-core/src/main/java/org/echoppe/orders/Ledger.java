package org.echoppe.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.JournalBroken;
import org.echoppe.journal.JournalMark;
import org.echoppe.store.AppliedEntry;
import org.echoppe.store.Database;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.OrderStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever takes stock, money or a promise comes here: one thread takes the waiting commands together, lets each decide on tables that
 * show all before it, notes what happens in the journal, and answers when that is on the disk.
 */
public final class Ledger implements AutoCloseable {
    /** Commands whose events are forced together. */
    private static final int AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Database database;
    private final LedgerStore store;
    private final Stockroom stockroom;
    private final Clock clock;
    private final @Nullable Book book;
    private final @Nullable Problem trouble;
    private final List<Consumer<List<Noted>>> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Waiting<Boolean> end = new Waiting<>(_ -> true);
    private final Thread writer;
    /** What the batch that is being decided will append; the writer's alone. */
    private List<Noted> deciding = List.of();

    private volatile boolean closed;

    private Ledger(
            Database database,
            LedgerStore store,
            Stockroom stockroom,
            Clock clock,
            @Nullable Book book,
            @Nullable Problem trouble) {
        this.database = database;
        this.store = store;
        this.stockroom = stockroom;
        this.clock = clock;
        this.book = book;
        this.trouble = trouble;
        writer = Thread.ofPlatform().name("ledger").daemon().unstarted(this::work);
    }

    /**
     * Verifies the journal and brings the tables after it, before anybody else writes to them. A broken journal is no reason not to
     * open: {@link #trouble} tells, and every command is refused with it.
     */
    public static Ledger open(LedgerFiles files, Database database, LedgerStore store, Stockroom stockroom) {
        Book book = null;
        Problem trouble = null;
        try {
            book = book(files, database, store, stockroom);
        } catch (JournalBroken e) {
            LOG.error("The journal is broken: {}. Orders and sales are refused.", e.getMessage());
            trouble = e.problem();
        } catch (Rejected e) {
            LOG.error("The journal can't be opened. Orders and sales are refused.", e);
            trouble = e.problems().getFirst();
        }
        var ledger = new Ledger(database, store, stockroom, files.clock(), book, trouble);
        if (book != null) {
            ledger.writer.start();
        }
        return ledger;
    }

    private static Book book(LedgerFiles files, Database database, LedgerStore store, Stockroom stockroom)
            throws JournalBroken {
        var orders = new OrderProjection(new OrderStore(database));
        boolean more = true;
        while (more) {
            more = database.write(orders::reckon); // as one: each alone would wait for the disk
        }
        var applied = store.applied();
        var journal = files.journal(new JournalMark(applied.sequence(), applied.hash()));
        if (journal.cut() > 0) {
            LOG.warn("{} bytes at the end of the journal were never acknowledged and were cut off", journal.cut());
        }
        var book = new Book(
                journal, files.keys(journal.highestSlot()), database, store, new Projection(store, orders, stockroom));
        try {
            book.catchUp(false);
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
        database.lead(book::catchUp);
        return book;
    }

    /** Why no command is taken; empty when they are. */
    public Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Called with what happened when it is on the disk, on the ledger's thread; who takes long does it elsewhere. */
    public void onEvents(Consumer<List<Noted>> listener) {
        listeners.add(listener);
    }

    /**
     * Lets the command decide, and returns its answer when what it decided is on the disk for good. Not from inside a write.
     *
     * @throws Rejected what the command refuses; JOURNAL_UNWRITABLE, JOURNAL_STOPPED, DISK_FULL, LEDGER_CLOSED; what {@link #trouble} says
     */
    public <T extends @Nullable Object> T run(Command<T> command) {
        if (database.isWriting()) {
            throw new IllegalStateException("a command inside a write would wait for itself");
        }
        if (trouble != null) {
            throw new Rejected(List.of(trouble));
        }
        var waiting = new Waiting<>(command);
        synchronized (queue) {
            if (closed) {
                throw Rejected.because(Fault.LEDGER_CLOSED);
            }
            queue.add(waiting);
        }
        return waiting.await();
    }

    /**
     * The event of this entry, with what is personal in it as far as it can be read; empty where there is none. A command
     * reads what was decided just before it, too.
     */
    public Optional<Noted> event(long sequence) {
        if (Thread.currentThread() == writer) {
            var decided = deciding.stream()
                    .filter(noted -> noted.sequence() == sequence)
                    .findFirst();
            if (decided.isPresent()) {
                return decided;
            }
        }
        var open = book;
        return open == null || sequence <= 1
                ? Optional.empty()
                : open.journal().entry(sequence).map(open::noted);
    }

    /**
     * All events from this entry on that are there as this is called, in order.
     *
     * @throws Rejected JOURNAL_DAMAGED when the disk changed one since the journal was opened
     */
    public void forEach(long from, Consumer<Noted> visitor) {
        var open = book;
        if (open != null) {
            open.journal().forEach(Math.max(2, from), entry -> visitor.accept(open.noted(entry)));
        }
    }

    /** How far the journal goes. */
    public AppliedEntry end() {
        var open = book;
        return open == null
                ? store.applied()
                : new AppliedEntry(
                        open.journal().mark().sequence(), open.journal().mark().hash());
    }

    /** Makes what the tables show of the journal anew, from its first entry on. */
    public void rebuild() {
        var open = book;
        if (open != null) {
            open.rebuild();
        }
    }

    private void work() {
        var batch = new ArrayList<Waiting<?>>();
        boolean ended = false;
        while (!ended) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            queue.drainTo(batch, AT_ONCE - 1);
            ended = batch.remove(end);
            if (!batch.isEmpty()) {
                settle(batch);
            }
            batch.clear();
        }
        end.answer();
    }

    /** One batch; where it fails as a whole and nothing of it is in the journal, each command for itself. */
    private void settle(List<Waiting<?>> batch) {
        long before = end().sequence();
        var happened = new ArrayList<Noted>();
        try {
            deciding = happened;
            database.writeBehind(() -> decide(batch, happened));
        } catch (RuntimeException e) {
            if (end().sequence() == before) {
                refuse(batch, e);
                return;
            }
            // the append was the commit: the tables follow before the next write
            LOG.error("The tables did not follow the journal; they will before anything else is written", e);
        } finally {
            deciding = List.of();
        }
        batch.forEach(Waiting::answer);
        tell(happened);
    }

    private void refuse(List<Waiting<?>> batch, RuntimeException reason) {
        if (batch.size() > 1 && !(reason instanceof Rejected)) {
            batch.forEach(one -> settle(List.of(one)));
        } else {
            batch.forEach(one -> one.fail(reason));
        }
    }

    private int decide(List<Waiting<?>> batch, List<Noted> happened) {
        var open = Objects.requireNonNull(book);
        var projection = open.projection();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (var waiting : batch) {
            var turn = new Turn(now, store, stockroom, open.keys()::fresh);
            if (waiting.decide(turn)) {
                for (var event : turn.events()) {
                    var noted = new Noted(end().sequence() + happened.size() + 1, now, event);
                    projection.apply(noted);
                    happened.add(noted);
                }
            }
        }
        if (!happened.isEmpty()) {
            open.commit(happened);
        }
        return happened.size();
    }

    private void tell(List<Noted> happened) {
        if (happened.stream().anyMatch(noted -> noted.event() instanceof Event.StockMoved)) {
            tell(stockroom::moved);
        }
        if (!happened.isEmpty()) {
            listeners.forEach(listener -> tell(() -> listener.accept(List.copyOf(happened))));
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("what happened is in the journal, but telling of it failed", e);
        }
    }

    /** Takes nothing more, finishes what waits, and closes the journal. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(end);
        }
        var open = book;
        if (open != null) {
            end.await();
            database.lead(_ -> {});
            open.close();
        }
    }
}
