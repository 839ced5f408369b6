package org.echoppe.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/**
 * All listings of all shops, to be searched. It can be rebuilt from the store at any time, so it is written to disk only now
 * and then: {@link #heads} says up to which commit each repository is in it. Safe for use by many threads.
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

    private ListingIndex() {}

    /** @throws org.echoppe.domain.Rejected HOME_IN_USE when another process has it open, FILE_UNWRITABLE when the folder is no good */
    public static ListingIndex open(Path directory) {
        landing();
        return new ListingIndex();
    }

    /** How it was found by {@link #open}: the caller indexes every repository whose rev in the store is not that of {@link #heads}. */
    public Found found() {
        landing();
        return Found.MISSING;
    }

    /** The rev up to which each repository is indexed. */
    public Map<Did, Tid> heads() {
        landing();
        return Map.of();
    }

    /**
     * Puts all listings of one repository in place of those it had. Shoppers see the old or the new of each product
     * meanwhile, never a hole.
     *
     * @param listings gives each listing to the consumer it is called with: {@code list::forEach}, or a walk of the store
     */
    public void replace(Did did, Tid rev, Consumer<Consumer<IndexedListing>> listings) {
        landing();
    }

    /**
     * Takes over what one commit, or several in a row, changed.
     *
     * @param since the rev that the changes start from; null when there was none
     * @return false, with nothing changed, when the index does not stand at {@code since}: then {@link #replace} is needed
     */
    public boolean update(
            Did did, @Nullable Tid since, Tid rev, Collection<IndexedListing> changed, Collection<RecordKey> removed) {
        landing();
        return false;
    }

    /** Forgets a repository. */
    public void remove(Did did) {
        landing();
    }

    public ListingHits search(ListingQuery query) {
        landing();
        return new ListingHits(0, List.of(), List.of(), List.of());
    }

    /** At most ten ways on from what was typed so far; its last word may be unfinished. Nothing below two characters. */
    public List<Suggestion> suggest(String typed) {
        landing();
        return List.of();
    }

    /** Makes every change so far searchable before it returns; without it that takes about 50 ms. */
    public void refresh() {
        landing();
    }

    /** Writes what is not yet on disk and gives the folder free. */
    @Override
    public void close() {
        landing();
    }

    private static void landing() {
        throw new UnsupportedOperationException("lands within the hour");
    }
}
