package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECORD | update stored_record set block = X'00' where record_key = '%key%'",
                "TREE   | delete from stored_record where record_key = '%key%'",
                "TREE   | update stored_record set record_key = '%key%x' where record_key = '%key%'",
                "NODE   | update tree_node set block = X'00' where cid = '%root%'",
                "NODE   | delete from tree_node where cid = '%root%'",
                "NODE   | insert into tree_node select repository_id, '%other%', block from tree_node where cid = '%root%'",
                "COMMIT | update repository set commit_block = X'a0'",
                "COMMIT | update repository set rev = '2222222222222'",
                "COMMIT | update repository set data = '%other%'",
                "COMMIT | update repository set record_count = 7",
                "FILE   | update repository set head = 'no cid'",
            })
    void everyDamageIsFoundAndNamed(Part part, String damage) {
        shop.publish(Repositories.products(60));
        Cid root = repos.head(shop.did()).orElseThrow().dataCid();
        database.writeAll(sql -> assertThat(sql.execute(damage.replace("%key%", Repositories.key(3))
                        .replace("%root%", root.toString())
                        .replace("%other%", Cid.of(new byte[] {1}).toString())))
                .isEqualTo(1));
        assertThat(check.check(shop.did()))
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        d -> assertThat(d.damages()).extracting(Damage::part).contains(part));
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
