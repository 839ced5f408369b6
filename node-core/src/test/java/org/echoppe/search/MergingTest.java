package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echoppe.search.Goods.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.echoppe.search.ListingIndex.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One segment is quicker to search than many. */
class MergingTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path folder;

    @Test
    void anIndexAtRestBecomesOneSegmentAndAnswersAsBefore() {
        List<ListingKey> before;
        try (var index = ListingIndex.open(folder, NEVER)) {
            fill(index);
            assertThat(index.segments()).isGreaterThan(1);
            before = index.search(ListingQuery.of("pain")).listings();
        }
        try (var index = ListingIndex.open(folder, Duration.ofMillis(20))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> index.segments() == 1);
            assertThat(index.search(ListingQuery.of("pain")).listings()).isEqualTo(before);
        }
        try (var index = ListingIndex.open(folder, NEVER)) {
            assertThat(index.found()).isEqualTo(Found.INTACT);
            assertThat(index.segments()).isOne();
            assertThat(index.heads()).hasSize(3);
        }
    }

    @Test
    void aChangeAfterItIsFoundAndMergedInItsTurn() {
        try (var index = ListingIndex.open(folder, Duration.ofMillis(20))) {
            fill(index);
            await().atMost(Duration.ofSeconds(20)).until(() -> index.segments() == 1);
            index.remove(Goods.merchant(0));
            index.refresh();
            assertThat(index.search(ListingQuery.of("pain")).total()).isEqualTo(20);
            fill(index);
            await().atMost(Duration.ofSeconds(20)).until(() -> index.segments() == 1);
            assertThat(index.search(ListingQuery.of("pain")).total()).isEqualTo(30);
        }
    }

    @Test
    void aLargeSegmentIsNotWrittenAgainForAFewListings() throws IOException {
        assertThat(isWorthIt(10, 1)).isTrue();
        assertThat(isWorthIt(10)).isFalse();
        assertThat(isWorthIt(150_000, 100)).isFalse();
        assertThat(isWorthIt(150_000, 20_000)).isTrue();
    }

    @Test
    void withoutRoomForASecondOneItStaysAsItIs() throws IOException {
        try (var directory = segments(10, 10)) {
            assertThat(Merging.hasRoom(directory, Long.MAX_VALUE)).isTrue();
            assertThat(Merging.hasRoom(directory, 1_000)).isFalse();
        }
    }

    private static void fill(ListingIndex index) {
        for (int shop = 0; shop < 3; shop++) {
            var did = Goods.merchant(shop);
            var goods = IntStream.range(0, 10)
                    .mapToObj(i -> listing(did, i, "Pain " + i).done())
                    .toList();
            index.replace(did, Goods.rev(shop), goods::forEach);
            index.refresh();
        }
    }

    private static boolean isWorthIt(int... documents) throws IOException {
        try (var directory = segments(documents);
                var reader = DirectoryReader.open(directory)) {
            List<LeafReaderContext> leaves = reader.leaves();
            assertThat(leaves).hasSize(documents.length);
            return Merging.isWorthIt(leaves);
        }
    }

    private static ByteBuffersDirectory segments(int... documents) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int many : documents) {
                for (int i = 0; i < many; i++) {
                    writer.addDocument(List.of());
                }
                writer.commit();
            }
        }
        return directory;
    }
}
