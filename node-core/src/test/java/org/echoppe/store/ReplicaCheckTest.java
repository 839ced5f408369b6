package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Repositories;
import org.echoppe.store.ReplicaCheck.Damage;
import org.echoppe.store.ReplicaCheck.Part;
import org.echoppe.store.ReplicaCheck.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaCheckTest {
    @TempDir
    Path home;

    @TempDir
    Path spool;

    private Database database;
    private RepoStore repos;
    private OwnShop shop;
    private ReplicaCheck check;

    @BeforeEach
    void open() {
        database = TestHome.open(home);
        repos = new RepoStore(database);
        shop = new OwnShop(repos);
        check = new ReplicaCheck(database, repos);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anIntactRepositoryIsNotedAsChecked() {
        assertThat(check.check(shop.did())).isEqualTo(new Verdict.NotHeld());
        shop.publish(Repositories.products(60));
        assertThat(repos.head(shop.did()).orElseThrow().checkedAt()).isNull();
        assertThat(check.check(shop.did())).isEqualTo(new Verdict.Intact(60));
        assertThat(repos.head(shop.did()).orElseThrow().checkedAt()).isEqualTo(TestHome.NOW);
    }

    @Test
    void everyDamageIsFoundAndNamed() {
        assertFound(Part.RECORD, "update stored_record set block = X'00' where record_key = '%key%'");
        assertFound(Part.TREE, "delete from stored_record where record_key = '%key%'");
        assertFound(Part.TREE, "update stored_record set record_key = '%key%x' where record_key = '%key%'");
        assertFound(Part.NODE, "update tree_node set block = X'00' where cid = '%root%'");
        assertFound(Part.NODE, "delete from tree_node where cid = '%root%'");
        assertFound(
                Part.NODE,
                "insert into tree_node select repository_id, '%other%', block from tree_node where cid = '%root%'");
        assertFound(Part.COMMIT, "update repository set commit_block = X'a0'");
        assertFound(Part.COMMIT, "update repository set rev = '2222222222222'");
        assertFound(Part.COMMIT, "update repository set data = '%other%'");
        assertFound(Part.COMMIT, "update repository set record_count = 7");
        assertFound(Part.FILE, "update repository set head = 'no cid'");
    }

    /** The statement changes one row. */
    private void assertFound(Part part, String damage) {
        var victim = new OwnShop(repos);
        victim.publish(Repositories.products(60));
        Cid root = repos.head(victim.did()).orElseThrow().dataCid();
        String statement = damage.replace("%key%", Repositories.key(3))
                .replace("%root%", root.toString())
                .replace("%other%", Cid.of(new byte[] {1}).toString());
        database.writeAll(sql -> assertThat(sql.execute(statement)).isEqualTo(1));
        assertThat(check.check(victim.did()))
                .as(damage)
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        d -> assertThat(d.damages()).extracting(Damage::part).contains(part));
        repos.drop(victim.did());
    }

    @Test
    void whatWasFoundAtAnOlderHeadSaysNothingOfTheNewOne() {
        shop.publish(Repositories.products(60));
        String checked = repos.head(shop.did()).orElseThrow().commitCid().toString();
        shop.publish(Map.of(Repositories.key(1), Optional.empty()));
        repos.checked(shop.did(), checked, true);
        assertThat(repos.head(shop.did()).orElseThrow().damaged()).isFalse();
        repos.checked(shop.did(), null, true);
        assertThat(repos.head(shop.did()).orElseThrow().damaged()).isTrue();
    }

    @Test
    void aFailureThatPassesIsNoDamage() {
        assertThat(H2File.isPassing(new IllegalStateException(new SQLTransientConnectionException("pool is empty"))))
                .isTrue();
        assertThat(H2File.isPassing(new IllegalStateException(new SQLException("broken", "90030", 90030))))
                .isFalse();
        assertThat(H2File.isPassing(new IllegalArgumentException("no cid"))).isFalse();
    }

    @Test
    void aDamagedReplicaIsMendedByFetchingItWhole() throws Exception {
        shop.publish(Repositories.products(60));
        shop.publish(Map.of(Repositories.key(1), Optional.empty()));
        try (var snapshot = shop.snapshot(spool)) {
            Cid head = repos.head(shop.did()).orElseThrow().commitCid();
            database.writeAll(sql -> sql.execute("delete from tree_node"));
            database.writeAll(sql -> sql.execute("update stored_record set block = X'00'"));
            assertThat(check.check(shop.did())).isInstanceOf(Verdict.Damaged.class);
            assertThat(repos.head(shop.did()).orElseThrow().damaged()).isTrue();
            assertThat(repos.changesSince(shop.did(), Repositories.rev(1))).isEmpty();
            assertThat(repos.replace(snapshot, head)).isEqualTo(StoreOutcome.STORED);
        }
        assertThat(repos.head(shop.did()).orElseThrow().damaged()).isFalse();
        assertThat(check.check(shop.did())).isEqualTo(new Verdict.Intact(59));
    }
}
