package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.Collections;
import org.echoppe.store.Damage;
import org.echoppe.store.ReplicaCheck.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk changes the shop's own repository. */
class DamagedRepositoryTest {
    @TempDir
    private Path home;

    private TestShop shop;
    private Product comte;
    private Product morbier;

    @BeforeEach
    void publish() {
        shop = TestShop.open(home);
        comte = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        morbier = shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "3"));
        shop.publisher.publishNow();
        assertThat(shop.publisher.isWaiting()).isFalse();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static String key(Product product) {
        return Collections.keyOf(Collections.PRODUCT, product.key());
    }

    private Verdict check() {
        return Damage.check(shop.database, shop.did());
    }

    @Test
    void theNextCommitMendsADamagedRecord() {
        Damage.ofRecord(shop.database, key(comte));
        assertThat(check()).isInstanceOf(Verdict.Damaged.class);
        shop.catalogue.add(TestShop.draft("name", "Roquefort", "price", "5"));
        shop.publisher.publishNow();
        assertThat(check()).isEqualTo(new Verdict.Intact(4));
        assertThat(shop.repos.head(shop.did()).orElseThrow().damaged()).isFalse();
    }

    @Test
    void lostRecordsAndTreeNodesAreMadeAnewThoughNothingElseWaits() {
        var first = shop.repos.head(shop.did()).orElseThrow();
        Damage.lossOfRecord(shop.database, key(comte));
        Damage.ofRoot(shop.database);
        check();
        assertThat(shop.publisher.isWaiting()).isTrue();
        shop.publisher.start();
        shop.tick();
        assertThat(check()).isEqualTo(new Verdict.Intact(3));
        var mended = shop.announced.getLast();
        assertThat(mended.data()).isEqualTo(first.dataCid());
        assertThat(mended.prev()).isEqualTo(first.commitCid());
        assertThat(mended.rev()).isGreaterThan(first.rev());
        assertThat(shop.repos.changesSince(shop.did(), first.rev())).isEmpty();
    }

    @Test
    void whatOnlyTheRepositoryKnowsIsKeptAsItWasSigned() {
        shop.products.remove(List.of(morbier.key()));
        Damage.ofRecord(shop.database, key(comte));
        check();
        shop.publisher.publishNow();
        assertThat(check()).isEqualTo(new Verdict.Intact(3));
    }

    @Test
    void nothingIsPublishedWhileARecordIsLostThatOnlyPeersHave() {
        shop.products.remove(List.of(morbier.key()));
        Damage.ofRecord(shop.database, key(morbier));
        check();
        assertThatThrownBy(shop.publisher::publishNow).isInstanceOf(Rejected.class);
        assertThat(shop.publisher.trouble().orElseThrow().fault()).isEqualTo(Fault.REPOSITORY_DAMAGED);
        assertThat(shop.repos.head(shop.did()).orElseThrow().damaged()).isTrue();
    }

    @Test
    void aDamagedProductIsMendedBySavingItAgainAsItIs() {
        Damage.ofProduct(shop.database, comte.key().value());
        assertThat(shop.products.damaged()).containsExactly(comte.key());
        var seen = shop.catalogue.find(comte.key()).orElseThrow();
        shop.catalogue.change(comte.key(), shop.catalogue.draft(seen, Language.FR));
        assertThat(shop.products.damaged()).isEmpty();
    }
}
