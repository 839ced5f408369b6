package org.echoppe.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.store.Directory;

/**
 * Makes one segment of many, in the background: every word of a question is looked up in each of them. What is merged because
 * nothing else is to be done is written at {@value #MEGABYTES_A_SECOND} MB a second at most.
 */
final class Merging extends ConcurrentMergeScheduler {
    private static final double MEGABYTES_A_SECOND = 20;
    /** So many listings are merged within a second or two: always worth it. */
    private static final int FEW = 100_000;
    /** Of more, at least such a part must lie beside the largest segment, or have been deleted in it. */
    private static final int PART = 10;
    /** The old segments stay until the new one is there, and what is searched meanwhile holds them once more. */
    private static final int TIMES_AS_MUCH_ROOM = 3;

    private final Runnable merged;

    /** @param merged called after each */
    Merging(Runnable merged) {
        this.merged = merged;
        setForceMergeMBPerSec(MEGABYTES_A_SECOND);
    }

    @Override
    protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
        super.doMerge(source, merge);
        merged.run();
    }

    /** Whether the work would be felt. */
    static boolean isWorthIt(List<LeafReaderContext> segments) {
        int all = 0;
        int done = 0;
        for (var segment : segments) {
            LeafReader reader = segment.reader();
            all += reader.maxDoc();
            done = Math.max(done, reader.numDocs());
        }
        return all > done && (all <= FEW || (all - done) * PART >= all);
    }

    /** @param free bytes */
    static boolean hasRoom(Directory directory, long free) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return free > TIMES_AS_MUCH_ROOM * bytes;
    }
}
