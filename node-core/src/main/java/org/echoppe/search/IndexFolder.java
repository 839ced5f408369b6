package org.echoppe.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.search.ListingIndex.Found;

/** The folder the index lives in. It is only ever a copy of what the store holds, so a bad one is emptied and begun anew. */
record IndexFolder(Path path, Directory directory, IndexWriter writer, Found found) implements AutoCloseable {
    private static final String VERSION_KEY = "echoppe.index";
    private static final double RAM_MEGABYTES = 32;
    private static final int SEGMENTS_A_TIER = 4;

    /** @param merged called whenever segments became one */
    static IndexFolder open(Path path, Similarity similarity, Runnable merged) {
        try {
            Files.createDirectories(path);
            Directory directory = FSDirectory.open(path);
            try {
                return open(path, directory, similarity, merged);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw Rejected.because(Fault.HOME_IN_USE, path);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, path);
        }
    }

    private static IndexFolder open(Path path, Directory directory, Similarity similarity, Runnable merged)
            throws IOException {
        Found found;
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            found = examine(directory);
            if (found != Found.INTACT) {
                empty(directory);
            }
        }
        var config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(RAM_MEGABYTES);
        config.setSimilarity(similarity);
        config.setIndexSort(Orders.NEWEST_FIRST);
        // Every word is looked up in every segment, so few are worth the work of merging them.
        config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_A_TIER));
        config.setMergeScheduler(new Merging(merged));
        var writer = new IndexWriter(directory, config);
        if (found != Found.INTACT) {
            writer.setLiveCommitData(Map.of(VERSION_KEY, Fields.VERSION).entrySet());
            writer.commit();
        }
        return new IndexFolder(path, directory, writer, found);
    }

    /** Bytes that can still be written there. */
    long free() {
        return path.toFile().getUsableSpace();
    }

    /** Reads every file once against its checksum: about a second a gigabyte. */
    private static Found examine(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Found.MISSING;
        }
        try {
            String version =
                    SegmentInfos.readLatestCommit(directory).getUserData().get(VERSION_KEY);
            if (!Fields.VERSION.equals(version)) {
                return Found.OTHER_VERSION;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    ((CodecReader) leaf.reader()).checkIntegrity();
                }
            }
            return Found.INTACT;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return Found.OTHER_VERSION;
        } catch (IOException | RuntimeException e) {
            // Whatever was read wrong, by whichever reader: nothing but a rebuild helps.
            return Found.DAMAGED;
        }
    }

    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            try {
                if (writer.isOpen()) {
                    writer.commit();
                }
            } finally {
                // of what is on the disk nothing; a merge under way is let go: who closes does not wait for it
                writer.rollback();
            }
        }
    }
}
