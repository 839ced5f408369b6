package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.search.Goods.BAKER;
import static org.echoppe.search.Goods.FIRST;
import static org.echoppe.search.Goods.listing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.search.ListingIndex.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start finds in the folder. */
class IndexFolderTest {
    private static final List<IndexedListing> GOODS = IntStream.range(0, 200)
            .mapToObj(i -> listing(BAKER, i, "Pain " + i).done())
            .toList();

    @TempDir
    private Path folder;

    @Test
    void aFirstStartFindsNothing() {
        try (var index = ListingIndex.open(folder.resolve("home/index"))) {
            assertThat(index.found()).isEqualTo(Found.MISSING);
            assertThat(index.heads()).isEmpty();
            assertThat(index.search(ListingQuery.of("")).total()).isZero();
        }
    }

    @Test
    void aRestartFindsEverythingAndKnowsUpToWhere() {
        fill();
        try (var index = ListingIndex.open(folder)) {
            assertThat(index.found()).isEqualTo(Found.INTACT);
            assertThat(index.heads()).containsExactly(Map.entry(BAKER, FIRST));
            assertThat(index.search(ListingQuery.of("pain")).total()).isEqualTo(200);
        }
    }

    @Test
    void thousandsOfRepositoriesAreKnownAgain() {
        try (var index = ListingIndex.open(folder)) {
            for (int i = 0; i < 2_000; i++) {
                index.replace(Goods.merchant(i), Goods.rev(i), List.<IndexedListing>of()::forEach);
            }
        }
        try (var index = ListingIndex.open(folder)) {
            assertThat(index.heads()).hasSize(2_000).containsEntry(Goods.merchant(1234), Goods.rev(1234));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a bit turned over", "half of a file", "no file list", "a file missing", "rubbish"})
    void aDamagedIndexIsThrownAwayAndSaidToBe(String damage) throws IOException {
        fill();
        damage(damage);
        try (var index = ListingIndex.open(folder)) {
            assertThat(index.found()).isNotEqualTo(Found.INTACT);
            assertThat(index.heads()).isEmpty();
            index.replace(BAKER, FIRST, GOODS::forEach);
            index.refresh();
            assertThat(index.search(ListingQuery.of("pain")).total()).isEqualTo(200);
        }
        try (var index = ListingIndex.open(folder)) {
            assertThat(index.found()).isEqualTo(Found.INTACT);
        }
    }

    @Test
    void anIndexOfAnotherVersionIsThrownAway() throws IOException {
        try (var writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("echoppe.index", "0").entrySet());
            writer.commit();
        }
        try (var index = ListingIndex.open(folder)) {
            assertThat(index.found()).isEqualTo(Found.OTHER_VERSION);
        }
    }

    @Test
    void aFolderInUseIsSaidToBeAndLeftAlone() {
        try (var index = ListingIndex.open(folder)) {
            index.replace(BAKER, FIRST, GOODS::forEach);
            assertThatThrownBy(() -> ListingIndex.open(folder))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(
                                            rejected.problems().getFirst().fault())
                                    .isEqualTo(Fault.HOME_IN_USE));
            index.refresh();
            assertThat(index.search(ListingQuery.of("pain")).total()).isEqualTo(200);
        }
    }

    @Test
    void aFolderThatIsNoFolderIsSaidToBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ListingIndex.open(file))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().fault())
                                .isEqualTo(Fault.FILE_UNWRITABLE));
    }

    private void fill() {
        try (var index = ListingIndex.open(folder)) {
            index.replace(BAKER, FIRST, GOODS::forEach);
        }
    }

    private void damage(String damage) throws IOException {
        Path largest = largest(".cf", "");
        switch (damage) {
            case "a bit turned over" -> turnBit(largest);
            case "half of a file" ->
                Files.write(
                        largest, java.util.Arrays.copyOf(Files.readAllBytes(largest), (int) Files.size(largest) / 2));
            case "no file list" -> Files.delete(largest("segments_", ""));
            case "a file missing" -> Files.delete(largest);
            default -> Files.writeString(largest("segments_", ""), "rubbish");
        }
    }

    private static void turnBit(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int was = file.read();
            file.seek(file.length() / 2);
            file.write(was ^ 0x10);
        }
    }

    private Path largest(String part, String none) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow(() -> new IllegalStateException(none));
        }
    }
}
