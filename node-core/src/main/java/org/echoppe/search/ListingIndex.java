package org.echoppe.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/**
 * All listings of all shops, to be searched. It can be rebuilt from the store at any time, so it is written to disk only now
 * and then: {@link #heads} says up to which commit each repository is in it. One whose change could not be written, or not be
 * made searchable, is not among them, nor among the {@link #changes}, until it is taken anew. Safe for use by many threads.
 */
public final class ListingIndex implements AutoCloseable {
    /** How the index was found. Whatever is not {@link #INTACT} starts empty. */
    public enum Found {
        INTACT,
        /** There was none: the first start. */
        MISSING,
        /** Unreadable, and thrown away. */
        DAMAGED,
        /** Written by another version of this program, and thrown away. */
        OTHER_VERSION
    }

    private static final Duration SEARCHABLE_AFTER = Duration.ofMillis(30);
    /** What a crash costs is indexed again at the next start, so this only saves work. */
    private static final Duration ON_DISK_AFTER = Duration.ofSeconds(10);

    /** When nothing has changed for so long, many segments are made one. */
    private static final Duration AT_REST_AFTER = Duration.ofMinutes(1);

    /** Bytes of what was counted lately. */
    private static final int COUNTS_KEPT = 4 << 20;
    /** Bytes; with less the disk counts as full. */
    private static final long ROOM_TO_WRITE = 1 << 20;

    private final Path directory;
    private final Found found;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("listing-index").factory());
    private final Soon refresh = new Soon(clock, SEARCHABLE_AFTER, () -> upkeep(OpenIndex::refresh));
    private final Soon commit = new Soon(clock, ON_DISK_AFTER, () -> upkeep(OpenIndex::commit));
    private final Duration atRestAfter;
    private final Soon rest;
    private volatile long lastChange = System.nanoTime();
    /** Read: using {@link #open}; write: exchanging or closing it. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private final Answers.Known known = new Answers.Known(new ShopNumbers(), new Shelves(), new PresentFields());
    private final Cache<Answers.Key, Counting.Counted> counts = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(COUNTS_KEPT)
            .weigher((Answers.Key _, Counting.Counted counted) -> counted.weight())
            .build();

    private @Nullable OpenIndex open;
    private final List<Runnable> onReopened = new CopyOnWriteArrayList<>();

    private ListingIndex(Path directory, Duration atRestAfter) throws IOException {
        this.directory = directory;
        this.atRestAfter = atRestAfter;
        this.rest = new Soon(clock, atRestAfter, this::mergeAtRest);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        open = new OpenIndex(directory, this::takeOver);
        found = open.found();
        rest.ask();
    }

    /** @throws Rejected HOME_IN_USE when another process has it open, FILE_UNWRITABLE when the folder is no good */
    public static ListingIndex open(Path directory) {
        return open(directory, AT_REST_AFTER);
    }

    /** @param atRestAfter how long nothing changes before it counts as being at rest */
    static ListingIndex open(Path directory, Duration atRestAfter) {
        try {
            return new ListingIndex(directory, atRestAfter);
        } catch (IOException e) {
            throw rejected(directory, e);
        }
    }

    /** How it was found by {@link #open}: the caller indexes every repository whose rev in the store is not that of {@link #heads}. */
    public Found found() {
        return found;
    }

    /** The rev up to which each repository is indexed. */
    public Map<Did, Tid> heads() {
        return reading(OpenIndex::heads);
    }

    /** The rev up to which one repository is indexed; empty when it is not. */
    public Optional<Tid> head(Did did) {
        return reading(index -> Optional.ofNullable(index.head(did)));
    }

    /**
     * Called when a new writer took the place of one that a full disk had ended: what that one had not yet on the disk is
     * lost, so every repository is to be compared with {@link #heads} again. On the thread of a change, which goes on after.
     */
    public void onReopened(Runnable listener) {
        onReopened.add(listener);
    }

    /** Which repositories there are; the number of each is another after every change of it. */
    public Map<Did, Long> changes() {
        return reading(OpenIndex::changes);
    }

    /** Grows with every change of any repository, at the latest when it can be found. */
    public long changed() {
        return reading(OpenIndex::changed);
    }

    /** Grows whenever a search may find other things than before. */
    public long generation() {
        return reading(OpenIndex::refreshed);
    }

    /** A number for each merchant, the same as long as the index is open; small and without gaps. */
    public int shopNumber(Did did) {
        return known.shops().of(did);
    }

    /** Whose number it is. */
    public Did shop(int number) {
        return known.shops().did(number);
    }

    /** Has a repository not among the {@link #changes} until its next one: what is here of it is known to be of before. */
    public void hide(Did did) {
        reading(index -> {
            index.hide(did);
            return true;
        });
    }

    /**
     * Puts all listings of one repository in place of those it had. Shoppers see the old or the new of each product
     * meanwhile, never a hole: it stays among the {@link #changes} as it was.
     *
     * @param listings gives each listing to the consumer it is called with: {@code list::forEach}, or a walk of the store
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE; searching goes on over what is there
     */
    public void replace(Did did, Tid rev, Consumer<Consumer<IndexedListing>> listings) {
        changing(did, index -> index.replace(did, rev, listings));
    }

    /**
     * Takes over what one commit, or several in a row, changed.
     *
     * @param since the rev that the changes start from; null when there was none
     * @return false, with nothing changed, when the index does not stand at {@code since}: then {@link #replace} is needed
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE; searching goes on over what is there
     */
    public boolean update(
            Did did, @Nullable Tid since, Tid rev, Collection<IndexedListing> changed, Collection<RecordKey> removed) {
        return writing(did, index -> index.update(did, since, rev, changed, removed));
    }

    /**
     * Says whether all of a repository is here that its commit holds. Of one that is not, {@link #heads} knows nothing any more
     * after the next opening, so that it is taken anew: what was left out may be wanted then.
     *
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE
     */
    public void setComplete(Did did, boolean complete) {
        changing(did, index -> index.setComplete(did, complete));
    }

    /**
     * Forgets a repository.
     *
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE
     */
    public void remove(Did did) {
        changing(did, index -> index.remove(did));
    }

    /** Whatever is asked for: too many words, too long ones and what is no word are left out of account. */
    public ListingHits search(ListingQuery query) {
        return search(query, ShopView.ALL);
    }

    /**
     * The same among some of the shops.
     *
     * @param shops whose listings count, and how much each is lifted
     */
    public ListingHits search(ListingQuery query, ShopView shops) {
        return search(query, shops, null);
    }

    /**
     * The same from where reading stopped.
     *
     * @param after {@link ListingHits#next} of the answer before, to the same question; null for its page
     * @throws IllegalArgumentException when it is of another order
     */
    public ListingHits search(ListingQuery query, ShopView shops, @Nullable String after) {
        return reading(index -> {
            try (var lease = index.lease()) {
                return new Answers(lease.searcher(), known, counts, shops).search(query, after);
            }
        });
    }

    /**
     * What all matches of a question are like, without any of them.
     *
     * @param instead {@link ListingHits#instead} of the answer that they stand beside; empty for the words as asked
     */
    public ListingHits.Recount counts(ListingQuery query, List<String> instead, ShopView shops) {
        return reading(index -> {
            try (var lease = index.lease()) {
                return new Answers(lease.searcher(), known, counts, shops).counts(query, instead);
            }
        });
    }

    /** At most ten ways on from what was typed so far; its last word may be unfinished. Nothing below two characters. */
    public List<Suggestion> suggest(String typed) {
        return suggest(typed, ShopView.ALL);
    }

    /** The same among some of the shops. */
    public List<Suggestion> suggest(String typed, ShopView shops) {
        return reading(index -> {
            try (var lease = index.lease()) {
                return Suggestions.of(lease.searcher(), known.shops(), new ShopQuery(known.shops(), shops), typed);
            }
        });
    }

    /**
     * Begins anew where a full disk had ended the writer.
     *
     * @return whose goods were here since the last call and could not be kept: each is to be compared with {@link #heads} again
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE; searching goes on over what is there
     */
    public Set<Did> recover() {
        reopenWhenDead();
        return reading(OpenIndex::takeLost);
    }

    /** In so many pieces every word is looked up. */
    int segments() {
        return reading(OpenIndex::segments);
    }

    /**
     * Has every change so far on the disk before it returns; without it that takes about ten seconds.
     *
     * @throws Rejected DISK_FULL or FILE_UNWRITABLE
     */
    public void commit() {
        try {
            upkeep(OpenIndex::commit);
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw rejected(directory, e);
        }
    }

    /** Makes every change so far searchable before it returns; without it that takes about 50 ms. */
    public void refresh() {
        try {
            upkeep(OpenIndex::refresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is not yet on disk and gives the folder free. */
    @Override
    public void close() {
        clock.shutdown();
        life.writeLock().lock();
        try (OpenIndex _ = open) {
            open = null;
        } catch (IOException e) {
            throw rejected(directory, e);
        } finally {
            life.writeLock().unlock();
        }
    }

    private interface Use<T extends @Nullable Object> {
        T on(OpenIndex index) throws IOException;
    }

    private interface Change {
        void on(OpenIndex index) throws IOException;

        default Use<Boolean> done() {
            return index -> {
                on(index);
                return true;
            };
        }
    }

    private void changing(Did did, Change change) {
        writing(did, change.done());
    }

    private <T extends @Nullable Object> T writing(Did did, Use<T> use) {
        boolean done = false;
        try {
            reopenWhenDead();
            T result = using(use);
            done = true;
            lastChange = System.nanoTime();
            takeOver();
            rest.ask();
            return result;
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw rejected(directory, e);
        } finally {
            if (!done) {
                forget(did);
            }
        }
    }

    /** What is here of it may be none of its goods any more, or name a price of before. */
    private void forget(Did did) {
        life.readLock().lock();
        try {
            if (open != null) {
                open.forget(did);
            }
        } finally {
            life.readLock().unlock();
        }
    }

    private <T extends @Nullable Object> T reading(Use<T> use) {
        try {
            return using(use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends @Nullable Object> T using(Use<T> use) throws IOException {
        life.readLock().lock();
        try {
            if (open == null) {
                throw new IllegalStateException("the listing index is closed");
            }
            return use.on(open);
        } finally {
            life.readLock().unlock();
        }
    }

    private void upkeep(Change change) throws IOException {
        if (!clock.isShutdown()) {
            using(change.done());
        }
    }

    /** What is new to be found, and to be on the disk. */
    private void takeOver() {
        refresh.ask();
        commit.ask();
    }

    private void mergeAtRest() throws IOException {
        if (System.nanoTime() - lastChange < atRestAfter.toNanos()) {
            rest.ask();
        } else {
            upkeep(OpenIndex::merge);
        }
    }

    /** A full disk ends Lucene's writer for good; once there is room again, the next change finds a new one. */
    private void reopenWhenDead() {
        if (reading(OpenIndex::isWritable)) {
            return;
        }
        life.writeLock().lock();
        try {
            if (open != null && !open.isWritable()) {
                OpenIndex dead = open;
                open = new OpenIndex(directory, this::takeOver, dead);
                dead.close();
                onReopened.forEach(Runnable::run);
            }
        } catch (IOException e) {
            throw rejected(directory, e);
        } finally {
            life.writeLock().unlock();
        }
    }

    private static Rejected rejected(Path directory, Exception cause) {
        boolean full = directory.toFile().getUsableSpace() < ROOM_TO_WRITE;
        var rejected = full ? Rejected.because(Fault.DISK_FULL) : Rejected.because(Fault.FILE_UNWRITABLE, directory);
        rejected.initCause(cause);
        return rejected;
    }
}
