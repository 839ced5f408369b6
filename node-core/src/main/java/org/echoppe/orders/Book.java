package org.echoppe.orders;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.journal.Journal;
import org.echoppe.journal.JournalEntry;
import org.echoppe.journal.JournalMark;
import org.echoppe.journal.NewEntry;
import org.echoppe.journal.OrderKeys;
import org.echoppe.store.AppliedEntry;
import org.echoppe.store.Database;
import org.echoppe.store.LedgerStore;

/**
 * The journal and the tables that follow it. An append is the commit; the tables follow in the same breath, and where they could not,
 * before anybody writes to them again.
 */
final class Book implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final OrderKeys keys;
    private final Database database;
    private final LedgerStore store;
    private final Projection projection;
    private volatile long applied;

    /** The tables have to show a part of this very journal: {@link Journal#open} has compared. */
    Book(Journal journal, OrderKeys keys, Database database, LedgerStore store, Projection projection) {
        this.journal = journal;
        this.keys = keys;
        this.database = database;
        this.store = store;
        this.projection = projection;
        this.applied = store.applied().sequence();
    }

    Journal journal() {
        return journal;
    }

    Projection projection() {
        return projection;
    }

    OrderKeys keys() {
        return keys;
    }

    /** Inside a write whose tables show the events already: from here on they have happened. */
    void commit(List<Noted> events) {
        var entries = new ArrayList<NewEntry>(events.size());
        events.forEach(event -> entries.add(EventCodec.entry(event)));
        var written = journal.append(entries, keys);
        events.forEach(this::erase);
        follow(written.getLast().mark());
    }

    private void follow(JournalMark mark) {
        store.apply(new AppliedEntry(mark.sequence(), mark.hash()), () -> applied = mark.sequence());
    }

    /** Before the tables say that it is done, so that a crash in between does it again. */
    private void erase(Noted noted) {
        if (noted.event() instanceof Event.PersonalErased erased) {
            keys.erase(erased.erasedSlot());
        }
    }

    /**
     * Brings the tables after.
     *
     * @param doubtful they may have forgotten what they showed
     */
    void catchUp(boolean doubtful) {
        if (doubtful) {
            applied = store.applied().sequence();
        }
        long last = journal.mark().sequence();
        while (applied < last) {
            var entries = new ArrayList<JournalEntry>();
            for (long next = applied + 1; next <= Math.min(applied + AT_ONCE, last); next++) {
                journal.entry(next).ifPresent(entries::add);
            }
            database.writeBehind(() -> replay(entries));
        }
    }

    private int replay(List<JournalEntry> entries) {
        for (var entry : entries) {
            if (entry.kind() != Journal.OPENED) {
                var noted = noted(entry);
                projection.apply(noted);
                erase(noted);
            }
        }
        follow(entries.getLast().mark());
        return entries.size();
    }

    Noted noted(JournalEntry entry) {
        return new Noted(entry.sequence(), entry.time(), EventCodec.event(entry, keys.open(entry)));
    }

    /** Makes the tables anew from the first entry on, in one write; the stock of products, which others write too, stays. */
    void rebuild() {
        database.write(() -> {
            store.clear();
            journal.forEach(1, entry -> {
                if (entry.kind() != Journal.OPENED) {
                    projection.applyOwn(noted(entry));
                }
            });
            follow(journal.mark());
        });
    }

    @Override
    public void close() {
        journal.close();
        keys.close();
    }
}
