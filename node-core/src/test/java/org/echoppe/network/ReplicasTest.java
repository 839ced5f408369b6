package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityKind;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.replicas.Outcome;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.replicas.Sender;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.Update;
import org.echoppe.search.ListingQuery;
import org.echoppe.store.Head;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is taken in, what is not, and what is kept of it. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicasTest {
    private static final Did SOMEONE = new TestSigner().did();

    private TestNode node;
    private Path spool;

    @BeforeAll
    void open(@TempDir Path homes) {
        node = TestNode.open(homes.resolve("node"));
        spool = homes;
    }

    @AfterAll
    void close() {
        node.close();
    }

    private Outcome whole(SignedShop shop) {
        return whole(Sender.silent(SOMEONE, null), shop);
    }

    private Outcome whole(Sender from, SignedShop shop) {
        var did = shop.commit().did();
        try (var snapshot =
                Snapshot.read(new ByteArrayInputStream(shop.car()), did, spool, node.replicas.limits(did))) {
            return node.replicas.accept(from, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRepository e) {
            return node.replicas.refused(from, did, e);
        }
    }

    private Outcome diff(SignedShop shop) {
        return node.replicas.accept(Sender.silent(SOMEONE, null), shop.diff());
    }

    private Optional<Cid> head(SignedShop shop) {
        return node.head(shop.commit().did()).map(Head::commitCid);
    }

    private static SignedShop shop(int minutes) {
        return SignedShop.of(new TestSigner(), 3, SignedShop.minutes(minutes));
    }

    @Test
    void aChangeIsAppliedAndTheSameAgainIsNothingNew() {
        var first = shop(-9);
        var second = first.next(SignedShop.minutes(-8), 1, 100);
        assertThat(diff(second)).isEqualTo(Outcome.WHOLE_WANTED);
        assertThat(whole(first)).isEqualTo(Outcome.STORED);
        assertThat(diff(second)).isEqualTo(Outcome.STORED);
        assertThat(diff(second)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(whole(second)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(head(first)).contains(second.commit().cid());
    }

    @Test
    void anAncestorIsLateAndNobodyIsBlamed() {
        var first = shop(-9);
        var second = first.next(SignedShop.minutes(-8), 1, 100);
        var third = second.next(SignedShop.minutes(-7), 1, 200);
        whole(first);
        whole(third);
        assertThat(whole(second)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(whole(first)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(node.store.forks(first.commit().did())).isEmpty();
    }

    @Test
    void ofTwoFollowersOfOneCommitTheHigherRevIsListedAndBothAreKept() {
        var first = shop(-9);
        var one = first.next(SignedShop.minutes(-8), 1, 100);
        var other = first.next(SignedShop.minutes(-7), 1, 200);
        whole(first);
        whole(one);
        assertThat(whole(other)).isEqualTo(Outcome.STORED);
        assertThat(head(first)).contains(other.commit().cid());
        assertFork(first, one.commit().block(), other.commit().block());
    }

    @Test
    void theLowerRevOfAForkIsEvidenceAndNotListed() {
        var first = shop(-9);
        var one = first.next(SignedShop.minutes(-8), 1, 100);
        var other = first.next(SignedShop.minutes(-7), 1, 200);
        whole(first);
        whole(other);
        assertThat(whole(one)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(head(first)).contains(other.commit().cid());
        assertFork(first, other.commit().block(), one.commit().block());
    }

    @Test
    void atEqualRevTheLowerCidIsListedWhicheverCameFirst() {
        var first = shop(-9);
        var rev = SignedShop.minutes(-8);
        var twins = Stream.of(first.next(rev, 4, 100), first.next(rev, 5, 200))
                .sorted((a, b) -> a.commit().cid().compareTo(b.commit().cid()))
                .toList();
        whole(first);
        assertThat(whole(twins.getLast())).isEqualTo(Outcome.STORED);
        assertThat(whole(twins.getFirst())).isEqualTo(Outcome.STORED);
        assertThat(head(first)).contains(twins.getFirst().commit().cid());
        assertThat(listed(first.commit().did()))
                .isEqualTo(twins.getFirst().update().changes().size());
        assertThat(whole(twins.getLast())).isEqualTo(Outcome.NOT_NEWER);
        assertThat(node.store.forks(first.commit().did())).hasSize(1);
    }

    @Test
    void commitsThatWereMissedAreAskedForBeforeAForkIsSeen() {
        var first = shop(-9);
        var skipped = first.next(SignedShop.minutes(-8), 1, 100);
        var third = skipped.next(SignedShop.minutes(-7), 1, 200);
        whole(first);
        var blocks = Map.of(skipped.commit().cid(), skipped.commit().block());
        assertThat(whole(new Sender(SOMEONE, null, cid -> Optional.ofNullable(blocks.get(cid))), third))
                .isEqualTo(Outcome.STORED);
        assertThat(node.store.forks(first.commit().did())).isEmpty();

        var elsewhere = first.next(SignedShop.minutes(-6), 1, 300);
        var fifth = elsewhere.next(SignedShop.minutes(-5), 1, 400);
        var others = Map.of(elsewhere.commit().cid(), elsewhere.commit().block());
        assertThat(whole(new Sender(SOMEONE, null, cid -> Optional.ofNullable(others.get(cid))), fifth))
                .isEqualTo(Outcome.STORED);
        assertFork(first, third.commit().block(), fifth.commit().block());
    }

    @Test
    void aSlowWayBackHoldsUpNobodyElse() throws Exception {
        var first = shop(-9);
        var skipped = first.next(SignedShop.minutes(-8), 1, 100);
        var third = skipped.next(SignedShop.minutes(-7), 1, 200);
        whole(first);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new Sender(SOMEONE, null, _ -> {
                var other = threads.submit(() -> whole(skipped));
                try {
                    assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.STORED);
                } catch (ExecutionException | InterruptedException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
                return Optional.of(skipped.commit().block());
            });
            assertThat(whole(slow, third)).isEqualTo(Outcome.STORED);
        }
        assertThat(node.store.forks(first.commit().did())).isEmpty();
    }

    private void assertFork(SignedShop shop, Block held, Block other) {
        assertThat(node.store.forks(shop.commit().did())).singleElement().satisfies(fork -> {
            assertThat(fork.held()).isEqualTo(held);
            assertThat(fork.other()).isEqualTo(other);
        });
        assertThat(node.journal(SecurityKind.FORK_SEEN))
                .anySatisfy(line ->
                        assertThat(line.who()).isEqualTo(shop.commit().did().value()));
    }

    @Test
    void aCommitFromTheFutureIsNeitherStoredNorForgotten() {
        var first = shop(-9);
        whole(first);
        var ahead = first.next(SignedShop.minutes(11), 1, 100);
        assertThat(diff(ahead)).isEqualTo(Outcome.FROM_THE_FUTURE);
        assertThat(whole(ahead)).isEqualTo(Outcome.FROM_THE_FUTURE);
        assertThat(whole(shop(11))).isEqualTo(Outcome.FROM_THE_FUTURE);
        assertThat(head(first)).contains(first.commit().cid());
        assertThat(node.journal(SecurityKind.FUTURE_COMMIT))
                .anySatisfy(line ->
                        assertThat(line.who()).isEqualTo(first.commit().did().value()));
        assertThat(diff(first.next(SignedShop.minutes(9), 1, 100))).isEqualTo(Outcome.STORED);
    }

    @Test
    void nobodyElseWritesTheOwnRepository() throws Exception {
        var mine = node.publish(Goods.shop("Moi", 1));
        var changes = Map.of(
                Goods.PROFILE, Optional.of(Goods.profile("Toi")), Goods.key(0), Optional.of(Goods.product(0, 1)));
        var stolen = Update.sign(node.identity, node.store.tree(node.did()), mine, SignedShop.minutes(1), changes);
        var shop = new SignedShop(node.identity, stolen, records(stolen));
        assertThat(whole(shop)).isEqualTo(Outcome.NOT_NEWER);
        assertThat(node.head(node.did()).orElseThrow().commitCid()).isEqualTo(mine.cid());
        assertThat(node.store.forks(node.did())).hasSize(1);
    }

    private static Map<Cid, byte[]> records(Update update) {
        var records = new HashMap<Cid, byte[]>();
        update.changes().values().forEach(block -> block.ifPresent(b -> records.put(b.cid(), b.bytes())));
        return records;
    }

    @Test
    void recordsThatBreakTheirSchemaAreKeptAndNotListed() throws Exception {
        var signer = new TestSigner();
        var changes = Goods.shop("A", 2);
        var broken = DagCbor.encode(new Ipld.Fields(Map.of("$type", new Ipld.Text(Collections.PRODUCT))));
        changes.put(Goods.key(7), Optional.of(broken));
        var update = Update.sign(signer, MerkleSearchTree.empty(), null, SignedShop.minutes(-3), changes);
        var shop = new SignedShop(signer, update, records(update));
        assertThat(whole(shop)).isEqualTo(Outcome.STORED);
        assertThat(listed(signer.did())).isEqualTo(2);
        assertThat(node.store.record(signer.did(), Goods.key(7)).orElseThrow().bytes())
                .isEqualTo(broken);
    }

    @Test
    void aShopThatSaysItIsGoneIsNotListed() {
        var first = shop(-9);
        whole(first);
        assertThat(listed(first.commit().did())).isEqualTo(3);
        var gone = ShopProfile.blank()
                .withName("A")
                .withLang("fr")
                .withCurrency(Goods.EUR)
                .withStatus(new ShopStatus(ShopStatus.State.GONE, Optional.empty()));
        var bytes = DagCbor.encode(gone.toFields());
        var next = first.next(SignedShop.minutes(-8), Map.of(Goods.PROFILE, Optional.of(bytes)));
        assertThat(diff(next)).isEqualTo(Outcome.STORED);
        assertThat(listed(first.commit().did())).isZero();
    }

    @Test
    void anIndexThatMissedSomethingCatchesUp() {
        var first = shop(-9);
        whole(first);
        node.index.remove(first.commit().did());
        assertThat(listed(first.commit().did())).isZero();
        new ReplicaIndex(node.store, node.index, Denials.none()).catchUpAll(node.did());
        assertThat(listed(first.commit().did())).isEqualTo(3);
        node.replicas.drop(first.commit().did());
        assertThat(listed(first.commit().did())).isZero();
    }

    private int listed(Did did) {
        node.index.refresh();
        return node.index.search(ListingQuery.of("").ofMerchant(did)).total();
    }
}
