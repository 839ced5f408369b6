package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.echoppe.search.Goods.BAKER;
import static org.echoppe.search.Goods.BOOKSHOP;
import static org.echoppe.search.Goods.FIRST;
import static org.echoppe.search.Goods.GROCER;
import static org.echoppe.search.Goods.SECOND;
import static org.echoppe.search.Goods.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Tid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the shops, and when shoppers see it. */
class ListingIndexTest {
    @TempDir
    private Path folder;

    private ListingIndex index;

    @BeforeEach
    void open() {
        index = ListingIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aChangeIsSearchableBeforeAnyoneNotices() {
        index.replace(BAKER, FIRST, List.of(listing(BAKER, 1, "Baguette").done())::forEach);
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(500))
                .until(() -> names("baguette") == 1);
    }

    @Test
    void whatIsForgottenIsForgottenOnTheDiskBeforeTheNextStep(@TempDir Path cut) {
        index.replace(BAKER, FIRST, List.of(listing(BAKER, 1, "Baguette").done())::forEach);
        index.commit();
        assertThat(headsAfterACut(cut.resolve("before"))).containsKey(BAKER);
        index.remove(BAKER);
        assertThat(headsAfterACut(cut.resolve("between"))).containsKey(BAKER);
        index.commit();
        assertThat(headsAfterACut(cut.resolve("after"))).doesNotContainKey(BAKER);
    }

    /** Of what the disk has now. */
    private Map<Did, Tid> headsAfterACut(Path copy) {
        try {
            Files.createDirectories(copy);
            try (var files = Files.newDirectoryStream(folder)) {
                for (var file : files) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var opened = ListingIndex.open(copy)) {
            return opened.heads();
        }
    }

    @Test
    void aDiffChangesAddsAndRemoves() {
        replace(listing(BAKER, 1, "Baguette"), listing(BAKER, 2, "Brioche"));
        assertThat(index.update(
                        BAKER,
                        FIRST,
                        SECOND,
                        List.of(
                                listing(BAKER, 1, "Ficelle").done(),
                                listing(BAKER, 3, "Éclair").done()),
                        List.of(new RecordKey("p2"))))
                .isTrue();
        index.refresh();
        assertThat(names("baguette")).isZero();
        assertThat(names("brioche")).isZero();
        assertThat(names("ficelle")).isOne();
        assertThat(names("éclair")).isOne();
        assertThat(index.heads()).containsEntry(BAKER, SECOND);
    }

    @Test
    void aDiffFromAnotherCommitChangesNothing() {
        replace(listing(BAKER, 1, "Baguette"));
        assertThat(index.update(
                        BAKER,
                        SECOND,
                        SECOND,
                        List.of(listing(BAKER, 2, "Brioche").done()),
                        List.of()))
                .isFalse();
        assertThat(index.update(
                        GROCER,
                        null,
                        SECOND,
                        List.of(listing(GROCER, 2, "Brioche").done()),
                        List.of()))
                .isFalse();
        index.refresh();
        assertThat(names("brioche")).isZero();
        assertThat(index.heads()).containsOnlyKeys(BAKER).containsEntry(BAKER, FIRST);
    }

    @Test
    void replacingARepositoryForgetsWhatItNoLongerHasAndLeavesOthersAlone() {
        replace(listing(BAKER, 1, "Baguette"), listing(BAKER, 2, "Brioche"));
        index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Baguette").done())::forEach);
        index.replace(BAKER, SECOND, List.of(listing(BAKER, 2, "Brioche").done())::forEach);
        index.refresh();
        assertThat(index.search(ListingQuery.of("baguette")).listings())
                .containsExactly(new ListingKey(GROCER, new RecordKey("p1")));
        assertThat(names("brioche")).isOne();
    }

    @Test
    void whileAShopIsReplacedItIsShownAndTheDiskClaimsNothingOfIt(@TempDir Path cut) {
        replace(listing(BAKER, 1, "Baguette"), listing(BAKER, 2, "Brioche"));
        index.commit();
        var before = Map.copyOf(index.changes());
        index.replace(BAKER, SECOND, each -> {
            index.refresh();
            assertThat(index.changes()).isEqualTo(before);
            assertThat(names("baguette")).isOne();
            each.accept(listing(BAKER, 2, "Brioche").done());
            index.commit();
            assertThat(headsAfterACut(cut)).doesNotContainKey(BAKER);
        });
        index.refresh();
        assertThat(index.changes()).containsOnlyKeys(BAKER).isNotEqualTo(before);
        assertThat(index.heads()).containsEntry(BAKER, SECOND);
        assertThat(names("baguette")).isZero();
    }

    @Test
    void whatIsHiddenIsShownAgainWithItsNextChangeAlone() {
        replace(listing(BAKER, 1, "Baguette"));
        index.hide(BAKER);
        assertThat(index.changes()).isEmpty();
        assertThat(index.heads()).containsEntry(BAKER, FIRST);
        assertThat(index.update(BAKER, FIRST, SECOND, List.of(), List.of())).isTrue();
        assertThat(index.changes()).containsOnlyKeys(BAKER);
    }

    @Test
    void whatIsHiddenStaysHiddenWhenTheWriterHadEnded() {
        replace(listing(BAKER, 1, "Baguette"));
        index.commit();
        index.hide(BAKER);
        endTheWriter(() ->
                index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Miel").done())::forEach));
        assertThat(index.recover()).contains(BAKER);
        assertThat(index.changes()).doesNotContainKey(BAKER);
    }

    @Test
    void aReplacementThatBreaksOffLeavesNoHead() {
        replace(listing(BAKER, 1, "Baguette"));
        assertThatThrownBy(() -> index.replace(BAKER, SECOND, _ -> {
                    throw new IllegalStateException("the store failed");
                }))
                .hasMessage("the store failed");
        index.refresh();
        assertThat(names("baguette")).isOne();
        assertThat(index.heads()).isEmpty();
    }

    @Test
    void aForgottenShopIsNotFound() {
        replace(listing(BAKER, 1, "Baguette"));
        index.remove(BAKER);
        index.refresh();
        assertThat(names("")).isZero();
        assertThat(index.heads()).isEmpty();
    }

    @Test
    void aTrialProductIsNeverShown() {
        replace(listing(BAKER, 1, "Baguette").test(), listing(BAKER, 2, "Brioche"));
        assertThat(names("")).isOne();
        index.update(
                BAKER,
                FIRST,
                SECOND,
                List.of(listing(BAKER, 2, "Brioche").test().done()),
                List.of());
        index.refresh();
        assertThat(names("")).isZero();
    }

    @Test
    void aListingOfAnotherMerchantIsRefused() {
        assertThatThrownBy(() -> replace(listing(GROCER, 1, "Baguette"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shoppersNeverSeeAHoleWhileAShopIsReplaced() throws InterruptedException {
        var goods = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> listing(BOOKSHOP, i, "Livre " + i).done())
                .toList();
        index.replace(BOOKSHOP, FIRST, goods::forEach);
        index.refresh();
        var done = new AtomicBoolean();
        var started = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = threads.submit(() -> {
                boolean whole = true;
                while (!done.get()) {
                    index.refresh();
                    whole &= names("livre") == 500;
                    started.countDown();
                }
                return whole;
            });
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 5; i++) {
                index.replace(BOOKSHOP, SECOND, goods::forEach);
            }
            done.set(true);
            assertThat(seen).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        }
    }

    /** A full disk ends Lucene's writer; so does a thread that is interrupted while it writes. */
    @Test
    void whateverEndedTheWriterNoCountComesTwice() {
        var reopened = new AtomicBoolean();
        index.onReopened(() -> reopened.set(true));
        for (int i = 0; i < 5; i++) {
            replace(listing(BAKER, 1, "Baguette " + i));
        }
        long changed = index.changed();
        long generation = index.generation();
        long change = index.changes().getOrDefault(BAKER, 0L);
        endTheWriter(() -> index.replace(
                BAKER, SECOND, List.of(listing(BAKER, 1, "Brioche").done())::forEach));
        replace(listing(BAKER, 1, "Ficelle"));
        assertThat(reopened).isTrue();
        assertThat(index.changed()).isGreaterThan(changed + 1);
        assertThat(index.generation()).isGreaterThan(generation);
        assertThat(index.changes().getOrDefault(BAKER, 0L)).isGreaterThan(change);
        assertThat(names("ficelle")).isOne();
    }

    @Test
    void aShopWhoseChangeCannotBeWrittenCountsAsNotIndexedUntilItIs() throws IOException {
        replace(listing(BAKER, 1, "Baguette").price(100));
        index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Miel").done())::forEach);
        index.refresh();
        endTheWriter(() -> index.replace(
                BOOKSHOP, FIRST, List.of(listing(BOOKSHOP, 1, "Livre").done())::forEach));
        var dearer = List.of(listing(BAKER, 1, "Baguette").price(120).done());
        try (var directory = FSDirectory.open(folder);
                var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            assertThatThrownBy(() -> index.update(BAKER, FIRST, SECOND, dearer, List.of()))
                    .isInstanceOf(Rejected.class);
            assertThat(index.changes()).as("its old price is no price").containsOnlyKeys(GROCER);
            assertThat(index.heads()).containsOnlyKeys(GROCER);
        }
        assertThat(index.update(BAKER, FIRST, SECOND, dearer, List.of())).isFalse();
        assertThat(index.changes())
                .as("what of the grocer's never came to the disk")
                .isEmpty();
        index.replace(BAKER, SECOND, dearer::forEach);
        index.refresh();
        assertThat(index.heads()).containsOnlyKeys(BAKER);
        assertThat(index.search(ListingQuery.of("baguette"))
                        .hits()
                        .getFirst()
                        .label()
                        .price())
                .isEqualTo(new Money(120, Money.EUR));
    }

    @Test
    void aShopWhoseChangeCannotBeMadeSearchableCountsAsNotIndexedUntilItIsTakenAnew() {
        index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Miel").done())::forEach);
        replace(listing(BAKER, 1, "Baguette").price(100));
        var dearer = List.of(listing(BAKER, 1, "Baguette").price(120).done());
        assertThat(index.update(BAKER, FIRST, SECOND, dearer, List.of())).isTrue();
        long changed = index.changed();
        endTheWriter(() -> index.update(BAKER, SECOND, SECOND, dearer, List.of()));
        assertThat(index.changes()).as("its old price is still found").containsOnlyKeys(GROCER);
        assertThat(index.heads()).containsOnlyKeys(GROCER);
        assertThat(index.changed()).isGreaterThan(changed);
        index.refresh();
        assertThat(index.recover())
                .as("nor had the grocer's come to the disk")
                .containsExactlyInAnyOrder(BAKER, GROCER);
        assertThat(index.recover()).isEmpty();
        index.replace(BAKER, SECOND, dearer::forEach);
        index.refresh();
        assertThat(index.heads()).containsExactly(Map.entry(BAKER, SECOND));
    }

    @Test
    void whatWasTakenOutIsNotBackFromTheDiskWhenTheWriterHadEnded() {
        replace(listing(BAKER, 1, "Baguette"), listing(BAKER, 2, "Brioche"));
        index.close();
        index = ListingIndex.open(folder);
        index.setComplete(BAKER, false);
        index.update(BAKER, FIRST, FIRST, List.of(), List.of(new RecordKey("p2")));
        index.refresh();
        assertThat(index.heads()).containsOnlyKeys(BAKER);
        endTheWriter(() ->
                index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Miel").done())::forEach));
        assertThat(index.recover()).containsExactlyInAnyOrder(BAKER, GROCER);
        assertThat(index.changes()).as("the disk has the brioche").isEmpty();
    }

    @Test
    void aListingThatCannotBeWrittenIsARefusalLikeAnyOther() {
        replace(listing(BAKER, 1, "Baguette"));
        assertThatThrownBy(() -> index.replace(BAKER, SECOND, _ -> {
                    throw new UncheckedIOException(new IOException("no room"));
                }))
                .isInstanceOf(Rejected.class)
                .hasRootCauseMessage("no room");
        assertThat(index.heads()).isEmpty();
    }

    /** @param change to be made, so that there is something to write; again where the clock was quicker */
    private void endTheWriter(Runnable change) {
        boolean writes = true;
        while (writes) {
            change.run();
            Thread.currentThread().interrupt();
            try {
                index.refresh();
            } catch (RuntimeException e) {
                writes = false;
            }
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aRepositoryOfWhichSomethingIsLeftOutIsTakenAnewAfterTheNextStart() {
        index.setComplete(BAKER, false);
        replace(listing(BAKER, 1, "Baguette"));
        index.update(BAKER, FIRST, SECOND, List.of(), List.of());
        index.replace(GROCER, FIRST, List.of(listing(GROCER, 1, "Miel").done())::forEach);
        assertThat(index.heads()).containsOnlyKeys(BAKER, GROCER);
        index.close();
        index = ListingIndex.open(folder);
        assertThat(index.heads()).containsOnlyKeys(GROCER);
        assertThat(names("baguette")).isOne();
        replace(listing(BAKER, 1, "Baguette"));
        index.close();
        index = ListingIndex.open(folder);
        assertThat(index.heads()).containsOnlyKeys(BAKER, GROCER);
    }

    @Test
    void aLongNameIsCutBetweenWhatPeopleSeeAsCharacters() {
        String family = "👩‍👩‍👧";
        replace(
                listing(BAKER, 1, "x".repeat(198) + family + "y"),
                listing(BAKER, 2, "🥖".repeat(200)),
                listing(BAKER, 3, "z".repeat(199) + "e\u0301"));
        var names = index.search(ListingQuery.of("").page(1, 10)).hits().stream()
                .map(hit -> hit.label().name())
                .toList();
        assertThat(names).containsExactlyInAnyOrder("x".repeat(198), "🥖".repeat(200), "z".repeat(199));
    }

    @Test
    void aClosedIndexSaysSoAndClosesTwice() {
        index.close();
        assertThatThrownBy(() -> names("baguette")).hasMessage("the listing index is closed");
        index.close();
    }

    private void replace(Goods.Draft... drafts) {
        var goods = Arrays.stream(drafts).map(Goods.Draft::done).toList();
        index.replace(BAKER, FIRST, goods::forEach);
        index.refresh();
    }

    private int names(String words) {
        return index.search(ListingQuery.of(words)).total();
    }
}
