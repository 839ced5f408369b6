package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.Repositories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file changes while nobody looks: the disk is old, a copy broke off. */
class DamageTest {
    private static final int RECORDS = 400;

    @TempDir
    Path home;

    private OwnShop shop;
    private Map<String, Cid> records;
    private byte[] file;
    private int found;

    @BeforeEach
    void make() throws IOException {
        try (var database = TestHome.open(home)) {
            var repos = new RepoStore(database);
            shop = new OwnShop(repos);
            shop.publish(Repositories.products(RECORDS));
            shop.publish(Map.of(Repositories.key(0), Optional.empty()));
            records = records(repos);
        }
        file = Files.readAllBytes(home.resolve("node.mv.db"));
    }

    @Test
    void aBitThatFlippedIsFoundOrDoesNoHarm() throws IOException {
        flips(12);
    }

    @Test
    @Tag("slow")
    void manyBitsThatFlippedAreFoundOrDoNoHarm() throws IOException {
        flips(300);
    }

    @Test
    void aFileCutShortIsFoundOrHasLostNothing() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 8; i++) {
            int left = i == 0 ? file.length - 4096 : random.nextInt(file.length);
            assertFoundOrHarmless(Arrays.copyOf(file, left), "cut to " + left);
        }
        assertThat(found).isPositive();
    }

    private void flips(int count) throws IOException {
        var random = new Random(3);
        for (int i = 0; i < count; i++) {
            byte[] damaged = file.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertFoundOrHarmless(damaged, "flip at " + at);
        }
        System.out.printf("%d of %d flipped bits were found, the others did no harm%n", found, count);
        assertThat(found).isPositive();
    }

    private void assertFoundOrHarmless(byte[] damaged, String what) throws IOException {
        Files.write(home.resolve("node.mv.db"), damaged);
        try (var database = TestHome.open(home)) {
            var repos = new RepoStore(database);
            if (new ReplicaCheck(database, repos).check(shop.did()) instanceof ReplicaCheck.Verdict.Intact) {
                assertThat(records(repos)).as(what).isEqualTo(records);
                return;
            }
        } catch (Rejected e) {
            // said in words at opening
        }
        found++;
    }

    private Map<String, Cid> records(RepoStore repos) {
        var all = new TreeMap<String, Cid>();
        repos.forEachRecord(shop.did(), null, record -> all.put(record.key(), Cid.of(record.bytes())));
        return all;
    }
}
