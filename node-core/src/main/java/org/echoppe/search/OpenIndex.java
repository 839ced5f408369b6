package org.echoppe.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/** Lucene's writer and searchers over one folder, from opening to closing. A full disk closes the writer; searching goes on. */
final class OpenIndex implements AutoCloseable {
    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Did, Tid> heads = new ConcurrentHashMap<>();
    /** Which change of the whole index was the last of each repository. */
    private final Map<Did, Long> changes = new ConcurrentHashMap<>();
    /** The last change of each repository that no search finds yet. Guarded by {@link #changes}. */
    private final Map<Did, Long> unseen = new HashMap<>();

    private final AtomicLong changed;
    private final AtomicLong refreshed;
    /** Of which something is left out that may come back: after the next opening they are as if never indexed. */
    private final Set<Did> incomplete;
    /** What was here and could not be kept, until {@link #takeLost}. */
    private final Set<Did> lost;

    /** One writer a repository; two repositories rarely wait for each other. */
    private final Object[] turns = new Object[64];

    /** @param merged called whenever segments became one, which the next {@link #refresh} makes use of */
    OpenIndex(Path path, Runnable merged) throws IOException {
        this(path, merged, 0, 0, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }

    /**
     * In place of one that can write no more: whoever knows its counts sees them rise. A repository that the disk has in another
     * state than that one had counts as not indexed: better no goods of a shop than their prices of before. So does one of
     * which something is to be left out: the disk has it from before that; and one that was hidden.
     */
    OpenIndex(Path path, Runnable merged, OpenIndex dead) throws IOException {
        this(path, merged, dead.changed() + 1, dead.refreshed() + 1, dead.incomplete, dead.lost);
        heads().forEach((did, rev) -> {
            boolean shown = rev.equals(dead.heads.get(did)) && dead.changes.containsKey(did);
            if (!shown || incomplete.contains(did)) {
                forget(did);
                lost.add(did);
            }
        });
        dead.heads.keySet().stream().filter(did -> !heads.containsKey(did)).forEach(lost::add);
    }

    private OpenIndex(Path path, Runnable merged, long changes, long refreshes, Set<Did> incomplete, Set<Did> lost)
            throws IOException {
        this.changed = new AtomicLong(changes);
        this.refreshed = new AtomicLong(refreshes);
        this.incomplete = incomplete;
        this.lost = lost;
        for (int i = 0; i < turns.length; i++) {
            turns[i] = new Object();
        }
        folder = IndexFolder.open(path, Relevance.SIMILARITY, merged);
        writer = folder.writer();
        try {
            searchers = new SearcherManager(writer, new Relevance());
            searchers.addListener(new ReferenceManager.RefreshListener() {
                @Override
                public void beforeRefresh() {}

                @Override
                public void afterRefresh(boolean didRefresh) {
                    if (didRefresh) {
                        refreshed.incrementAndGet();
                    }
                }
            });
            try (var lease = lease()) {
                readHeads(lease.searcher());
            }
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    ListingIndex.Found found() {
        return folder.found();
    }

    Map<Did, Tid> heads() {
        return Map.copyOf(heads);
    }

    @Nullable
    Tid head(Did did) {
        return heads.get(did);
    }

    Map<Did, Long> changes() {
        return Collections.unmodifiableMap(changes);
    }

    /** Grows with every change, before it can be found. */
    long changed() {
        return changed.get();
    }

    /** Grows whenever other things are found than before. */
    long refreshed() {
        return refreshed.get();
    }

    boolean isWritable() {
        return writer.isOpen();
    }

    void replace(Did did, Tid rev, Consumer<Consumer<IndexedListing>> listings) throws IOException {
        synchronized (turn(did)) {
            // Until the end the disk knows no commit of it: whoever is cut off here begins anew. What is shown stays
            // shown.
            writer.deleteDocuments(new Term(Fields.HEAD, did.value()));
            String by = UUID.randomUUID().toString();
            listings.accept(listing -> putUnchecked(did, listing, by));
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.DID, did.value())), Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.WRITTEN_BY, by)), Occur.MUST_NOT)
                    .build());
            putHead(did, rev);
        }
    }

    boolean update(
            Did did, @Nullable Tid since, Tid rev, Collection<IndexedListing> changed, Collection<RecordKey> removed)
            throws IOException {
        synchronized (turn(did)) {
            if (since == null || !since.equals(heads.get(did))) {
                return false;
            }
            String by = UUID.randomUUID().toString();
            for (IndexedListing listing : changed) {
                put(did, listing, by);
            }
            for (RecordKey rkey : removed) {
                writer.deleteDocuments(Fields.id(did, rkey));
            }
            putHead(did, rev);
            return true;
        }
    }

    void remove(Did did) throws IOException {
        synchronized (turn(did)) {
            forget(did);
            writer.deleteDocuments(new Term(Fields.HEAD, did.value()));
            writer.deleteDocuments(new Term(Fields.DID, did.value()));
        }
    }

    void setComplete(Did did, boolean complete) throws IOException {
        synchronized (turn(did)) {
            if (complete) {
                var rev = heads.get(did);
                if (incomplete.remove(did) && rev != null) {
                    writeHead(did, rev);
                }
            } else if (incomplete.add(did)) {
                writer.deleteDocuments(new Term(Fields.HEAD, did.value()));
            }
        }
    }

    void commit() throws IOException {
        writer.commit();
    }

    /** Makes all changes so far searchable; of those that cannot be made so, the repositories count as not indexed. */
    void refresh() throws IOException {
        var before = unseen();
        if (before.isEmpty() && !isWritable()) {
            return;
        }
        boolean done = false;
        try {
            searchers.maybeRefreshBlocking();
            done = true;
        } finally {
            settle(before, done);
        }
    }

    private Map<Did, Long> unseen() {
        synchronized (changes) {
            return Map.copyOf(unseen);
        }
    }

    /** What changed again meanwhile waits for the next refresh. */
    private void settle(Map<Did, Long> before, boolean seen) {
        synchronized (changes) {
            before.forEach((did, change) -> {
                if (unseen.remove(did, change) && !seen) {
                    forget(did);
                    lost.add(did);
                }
            });
        }
    }

    /** Which repositories were here since the last call, and count as not indexed because the disk had no room for them. */
    Set<Did> takeLost() {
        var taken = Set.copyOf(lost);
        lost.removeAll(taken);
        return taken;
    }

    /** Begins to make one segment of all, where that is worth it. */
    void merge() throws IOException {
        try (var lease = lease()) {
            boolean worth = Merging.isWorthIt(lease.searcher().getIndexReader().leaves());
            if (worth && writer.isOpen() && Merging.hasRoom(folder.directory(), folder.free())) {
                writer.forceMerge(1, false);
            }
        }
    }

    int segments() throws IOException {
        try (var lease = lease()) {
            return lease.searcher().getIndexReader().leaves().size();
        }
    }

    /** A view of the index that stays the same until it is closed. */
    Lease lease() throws IOException {
        return new Lease(searchers, searchers.acquire());
    }

    record Lease(SearcherManager searchers, IndexSearcher searcher) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            searchers.close();
        }
    }

    private Object turn(Did did) {
        return turns[Math.floorMod(did.hashCode(), turns.length)];
    }

    private void put(Did did, IndexedListing listing, String by) throws IOException {
        if (!listing.did().equals(did)) {
            throw new IllegalArgumentException("a listing of another merchant");
        }
        if (listing.test()) {
            writer.deleteDocuments(Fields.id(did, listing.rkey()));
        } else {
            writer.updateDocument(Fields.id(did, listing.rkey()), ListingDocument.of(listing, by));
        }
    }

    private void putUnchecked(Did did, IndexedListing listing, String by) {
        try {
            put(did, listing, by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putHead(Did did, Tid rev) throws IOException {
        if (incomplete.contains(did)) {
            writer.deleteDocuments(new Term(Fields.HEAD, did.value()));
        } else {
            writeHead(did, rev);
        }
        synchronized (changes) {
            unseen.put(did, note(did, rev));
        }
    }

    private void writeHead(Did did, Tid rev) throws IOException {
        var head = new Document();
        head.add(new StringField(Fields.HEAD, did.value(), Field.Store.YES));
        head.add(new StringField(Fields.KIND, Fields.HEAD, Field.Store.NO));
        head.add(new StoredField(Fields.REV, rev.value()));
        writer.updateDocument(new Term(Fields.HEAD, did.value()), head);
    }

    /** The count last: whoever sees it raised finds what it was raised for. */
    private long note(Did did, Tid rev) {
        synchronized (changes) {
            heads.put(did, rev);
            changes.put(did, changed.get() + 1);
            return changed.incrementAndGet();
        }
    }

    /** From now on it counts as not indexed, whatever can be written. */
    void forget(Did did) {
        synchronized (changes) {
            heads.remove(did);
            changes.remove(did);
            unseen.remove(did);
            changed.incrementAndGet();
        }
    }

    /** Until its next change it is not among the {@link #changes}; its head is still what changes start from. */
    void hide(Did did) {
        synchronized (changes) {
            changes.remove(did);
            changed.incrementAndGet();
        }
    }

    private void readHeads(IndexSearcher searcher) throws IOException {
        var all = new TermQuery(new Term(Fields.KIND, Fields.HEAD));
        var stored = searcher.storedFields();
        for (var hit : searcher.search(all, Math.max(1, searcher.count(all))).scoreDocs) {
            var head = stored.document(hit.doc);
            note(new Did(head.get(Fields.HEAD)), new Tid(head.get(Fields.REV)));
        }
    }
}
