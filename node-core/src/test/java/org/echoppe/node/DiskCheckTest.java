package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.repo.Repositories;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.Damage;
import org.echoppe.store.Database;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.echoppe.store.ReplicaCheck;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SecurityStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {
    @TempDir
    Path home;

    @Test
    void whatTheDiskChangedIsToldUntilItIsMended() throws Exception {
        var clock = Clock.systemUTC();
        try (var database = Database.open(home, new byte[32], clock);
                var journal = new SecurityJournal(SecuritySink.of(new SecurityStore(database)), clock)) {
            var repos = new RepoStore(database);
            var products = new ProductStore(database);
            var self = new TestSigner();
            var mended = new AtomicInteger();
            var check = new ReplicaCheck(database, repos);
            var disk = new DiskCheck(self.did(), repos, check, products, journal, mended::incrementAndGet);
            repos.apply(Repositories.first(self, 5), null);
            products.save(List.of(product("a", "Comté"), product("b", "Morbier")));
            disk.own();
            disk.everything();
            assertThat(disk.trouble()).isEmpty();
            assertThat(journal.latest(9)).isEmpty();

            Damage.ofProduct(database, "a");
            Damage.ofRecord(database, Repositories.key(1));
            disk.everything();
            assertThat(mended).hasValue(1);
            assertThat(disk.trouble().orElseThrow().sentence(Language.EN))
                    .startsWith("One product is damaged on this disk, for example “Comté”.");
            assertThat(journal.latest(9))
                    .extracting(SecurityEvent::what)
                    .containsExactly("its repository as held here", "product a");

            products.save(List.of(product("a", "Comté")));
            disk.afterChange();
            assertThat(disk.trouble()).isEmpty();
        }
    }

    private static ProductRow product(String key, String name) {
        return new ProductRow(
                new RecordKey(key),
                ProductState.DRAFT,
                false,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new byte[] {(byte) 0xa0},
                null,
                Instant.EPOCH);
    }
}
