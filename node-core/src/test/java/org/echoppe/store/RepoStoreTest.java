package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.store.jooq.Tables.REMOVED_RECORD;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Collections;
import org.echoppe.repo.Commit;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.echoppe.repo.Repositories;
import org.echoppe.repo.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepoStoreTest {
    private static final String PROFILE = Collections.PROFILE + "/self";

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @TempDir
    Path spool;

    private Database database;
    private RepoStore repos;
    private OwnShop shop;

    @BeforeEach
    void open() {
        database = TestHome.open(home);
        repos = new RepoStore(database);
        shop = new OwnShop(repos);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsHeldOfAStranger() throws Exception {
        assertThat(repos.head(shop.did())).isEmpty();
        assertThat(repos.commit(shop.did())).isEmpty();
        assertThat(repos.record(shop.did(), PROFILE)).isEmpty();
        assertThat(repos.tree(shop.did()).size()).isZero();
        assertThat(repos.changesSince(shop.did(), Repositories.rev(1))).isEmpty();
        assertThat(repos.heads(null, 10)).isEmpty();
        repos.drop(shop.did());
    }

    @Test
    void aFirstCommitIsReadBack() throws Exception {
        Commit commit = shop.publish(Repositories.products(300));
        Head head = repos.head(shop.did()).orElseThrow();
        assertThat(head.commitCid()).isEqualTo(commit.cid());
        assertThat(head.dataCid()).isEqualTo(commit.data());
        assertThat(head.rev()).isEqualTo(commit.rev());
        assertThat(head.records()).isEqualTo(300);
        assertThat(head.damaged()).isFalse();
        assertThat(head.receivedAt()).isEqualTo(TestHome.NOW);
        assertThat(repos.commit(shop.did())).contains(commit);
        assertThat(repos.tree(shop.did()).root()).isEqualTo(commit.data());
        assertThat(repos.tree(shop.did()).size()).isEqualTo(300);
        StoredRecord record = repos.record(shop.did(), Repositories.key(7)).orElseThrow();
        assertThat(record.bytes()).isEqualTo(Repositories.record(7));
        assertThat(record.changed()).isEqualTo(commit.rev());
        assertThat(Collections.PRODUCT + "/" + record.rkey()).isEqualTo(Repositories.key(7));
    }

    @Test
    void blocksOfEveryKindAreFoundByTheirAddress() throws Exception {
        Commit commit = shop.publish(Repositories.products(50));
        assertThat(repos.block(commit.cid())).contains(commit.block().bytes());
        assertThat(repos.block(commit.data()).map(Cid::of)).contains(commit.data());
        assertThat(repos.block(Cid.of(Repositories.record(3)))).contains(Repositories.record(3));
        assertThat(repos.block(Cid.of(new byte[] {1}))).isEmpty();
    }

    @Test
    void recordsComeInKeyOrderAndByPrefix() {
        var records = Repositories.products(450);
        records.put(PROFILE, Optional.of(DagCbor.encode(new Ipld.Text("profile"))));
        records.put("org.echoppe.catalogue.productx/a", Optional.of(DagCbor.encode(new Ipld.Text("other"))));
        shop.publish(records);
        assertThat(keys(null)).containsExactlyElementsOf(records.keySet());
        assertThat(keys(Collections.PRODUCT + "/")).hasSize(450);
        assertThat(keys(PROFILE)).containsExactly(PROFILE);
        assertThat(keys("z")).isEmpty();
    }

    @Test
    void aSnapshotBecomesTheSameRepositoryElsewhere() throws Exception {
        shop.publish(Repositories.products(700));
        try (var other = TestHome.open(otherHome)) {
            var replicas = new RepoStore(other);
            try (var snapshot = shop.snapshot(spool)) {
                assertThat(replicas.replace(snapshot, null)).isEqualTo(StoreOutcome.STORED);
            }
            assertThat(replicas.head(shop.did())).isEqualTo(repos.head(shop.did()));
            assertThat(new ReplicaCheck(other, replicas).check(shop.did()))
                    .isEqualTo(new ReplicaCheck.Verdict.Intact(700));
        }
    }

    @Test
    void aSecondSnapshotIsStoredAsADifference() throws Exception {
        shop.publish(Repositories.products(1_200));
        try (var other = TestHome.open(otherHome)) {
            var replicas = new RepoStore(other);
            try (var snapshot = shop.snapshot(spool)) {
                replicas.replace(snapshot, null);
            }
            Cid first = replicas.head(shop.did()).orElseThrow().commitCid();
            shop.publish(changes(0, 1, 600, 1_199));
            shop.publish(Map.of(PROFILE, Optional.of(DagCbor.encode(new Ipld.Text("profile")))));
            try (var snapshot = shop.snapshot(spool)) {
                assertThat(replicas.replace(snapshot, null)).isEqualTo(StoreOutcome.HEAD_MOVED);
                assertThat(replicas.replace(snapshot, first)).isEqualTo(StoreOutcome.STORED);
            }
            assertThat(replicas.head(shop.did())).isEqualTo(repos.head(shop.did()));
            assertThat(new ReplicaCheck(other, replicas).check(shop.did()))
                    .isInstanceOf(ReplicaCheck.Verdict.Intact.class);
            var diff = replicas.changesSince(shop.did(), Repositories.rev(1)).orElseThrow();
            assertThat(diff.changes())
                    .containsOnlyKeys(
                            PROFILE,
                            Repositories.key(0),
                            Repositories.key(1),
                            Repositories.key(600),
                            Repositories.key(1_199));
        }
    }

    @Test
    void aHeadThatMovedChangesNothing() {
        shop.publish(Repositories.products(10));
        Update late = shop.sign(changes(1));
        Cid expected = repos.head(shop.did()).orElseThrow().commitCid();
        shop.publish(changes(2));
        Head before = repos.head(shop.did()).orElseThrow();
        assertThat(repos.apply(late, expected)).isEqualTo(StoreOutcome.HEAD_MOVED);
        assertThat(repos.apply(late, null)).isEqualTo(StoreOutcome.HEAD_MOVED);
        assertThat(repos.head(shop.did())).contains(before);
        assertThat(repos.record(shop.did(), Repositories.key(1))).isPresent();
    }

    @Test
    void ofManyRacingWritersOneWins() throws Exception {
        shop.publish(Repositories.products(40));
        Cid expected = repos.head(shop.did()).orElseThrow().commitCid();
        var updates =
                IntStream.range(0, 12).mapToObj(i -> shop.sign(changes(i))).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = updates.stream()
                    .map(update -> threads.submit(() -> repos.apply(update, expected)))
                    .toList();
            int stored = 0;
            for (var outcome : outcomes) {
                stored += outcome.get() == StoreOutcome.STORED ? 1 : 0;
            }
            assertThat(stored).isEqualTo(1);
        }
        assertThat(new ReplicaCheck(database, repos).check(shop.did())).isEqualTo(new ReplicaCheck.Verdict.Intact(39));
    }

    @Test
    void recentHeadsAreKnownAndOldOnesForgotten() {
        Commit first = shop.publish(Repositories.products(1));
        Commit second = shop.publish(Map.of());
        assertThat(repos.knows(shop.did(), first.cid())).isTrue();
        assertThat(repos.knows(shop.did(), second.cid())).isTrue();
        assertThat(repos.knows(shop.did(), first.data())).isFalse();
        database.write(() -> {
            for (int i = 0; i < 205; i++) {
                shop.publish(Map.of());
            }
        });
        assertThat(repos.knows(shop.did(), first.cid())).isFalse();
    }

    @Test
    void headsAreListedInPages() {
        var shops = IntStream.range(0, 5).mapToObj(i -> new OwnShop(repos)).toList();
        shops.forEach(s -> s.publish(Map.of()));
        var dids = shops.stream().map(OwnShop::did).sorted().toList();
        var page = repos.heads(null, 3);
        assertThat(page).extracting(Head::did).isEqualTo(dids.subList(0, 3));
        assertThat(repos.heads(page.getLast().did(), 3)).extracting(Head::did).isEqualTo(dids.subList(3, 5));
    }

    @Test
    void aForkStaysWhenItsRepositoryIsDropped() {
        Commit held = shop.publish(Repositories.products(20));
        Update other = shop.sign(changes(1));
        var fork = new Fork(shop.did(), held.block(), other.commit().block(), TestHome.NOW);
        repos.addFork(fork);
        repos.addFork(fork);
        repos.drop(shop.did());
        assertThat(repos.forks(shop.did())).containsExactly(fork);
        assertThat(repos.head(shop.did())).isEmpty();
        assertThat(repos.block(held.cid())).isEmpty();
        assertThat(repos.block(held.data())).isEmpty();
        shop.publish(Repositories.products(20));
        assertThat(new ReplicaCheck(database, repos).check(shop.did())).isEqualTo(new ReplicaCheck.Verdict.Intact(20));
    }

    @Test
    void whoAsksForChangesBeforeForgottenRemovalsGetsNone() {
        shop.publish(Repositories.products(5));
        shop.publish(changes(1));
        assertThat(repos.changesSince(shop.did(), Repositories.rev(1))).isPresent();
        repos.forgetRemovalsBefore(Repositories.rev(2).instant().plusMillis(1));
        assertThat(repos.changesSince(shop.did(), Repositories.rev(1))).isEmpty();
        assertThat(repos.changesSince(shop.did(), Repositories.rev(2))).isPresent();
    }

    @Test
    void aStrangerCannotMakeUsRememberRemovalsWithoutEnd() {
        shop.publish(Repositories.products(5));
        shop.publish(changes(1));
        database.<RuntimeException>writeAll(sql ->
                sql.execute("insert into removed_record select id, 'k' || x, '%s' from repository, system_range(1, %d)"
                        .formatted(Repositories.rev(2), Removals.MOST)));
        shop.publish(changes(2));
        assertThat(database.<Integer, RuntimeException>reading(sql -> sql.fetchCount(REMOVED_RECORD)))
                .isEqualTo(1);
        assertThat(repos.changesSince(shop.did(), Repositories.rev(1))).isEmpty();
        assertThat(repos.changesSince(shop.did(), Repositories.rev(2))
                        .orElseThrow()
                        .changes())
                .containsOnlyKeys(Repositories.key(2));
    }

    /** These products removed. */
    private static Map<String, Optional<byte[]>> changes(int... numbers) {
        var changes = new TreeMap<String, Optional<byte[]>>();
        for (int number : numbers) {
            changes.put(Repositories.key(number), Optional.empty());
        }
        return changes;
    }

    private List<String> keys(@org.jspecify.annotations.Nullable String prefix) {
        List<String> keys = new ArrayList<>();
        repos.forEachRecord(shop.did(), prefix, record -> keys.add(record.key()));
        return keys;
    }
}
