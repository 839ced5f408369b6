package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.store.Damage;
import org.echoppe.store.ReplicaCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    private Path home;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(home);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsSavedWithinASecondIsOneCommit() throws BadRepository {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "3"));
        shop.catalogue.add(TestShop.draft("name", "Sans prix"));
        assertThat(shop.delays).containsExactly(Publisher.GATHER);
        shop.tick();
        assertThat(shop.announced).hasSize(1);
        var commit = shop.announced.getFirst();
        commit.verify();
        assertThat(commit.prev()).isNull();
        var tree = shop.repos.tree(shop.did());
        assertThat(tree.root()).isEqualTo(commit.data());
        assertThat(tree.size()).isEqualTo(3);
        var record = shop.repos
                .record(shop.did(), Collections.keyOf(Collections.PRODUCT, product.key()))
                .orElseThrow();
        assertThat(ProductRecord.of(DagCbor.record(record.bytes()))).isEqualTo(product.record());
        var online = shop.catalogue.find(product.key()).orElseThrow();
        assertThat(online.publishState()).isEqualTo(PublishState.ONLINE);
        assertThat(online.publishedCid()).contains(record.cid());
        assertThat(shop.publisher.publishNow()).isEmpty();
    }

    @Test
    void whatIsHeldIsCheckedOnceBeforeAnythingIsSigned() {
        var signedAtTheCheck = new ArrayList<Integer>();
        shop.publisher.checkFirst(() -> signedAtTheCheck.add(shop.announced.size()));
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        shop.tick();
        shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "3"));
        shop.tick();
        assertThat(shop.announced).hasSize(2);
        assertThat(signedAtTheCheck).containsExactly(0);
    }

    @Test
    void thousandsOfProductsArePublishedInStretchesAndOthersWriteInBetween() throws IOException, BadRepository {
        int count = OwnRepository.STRETCH + 1;
        var lines = Stream.concat(
                Stream.of("sku;name;price"),
                IntStream.range(0, count).mapToObj(i -> "S%d;Article %d;1,20".formatted(i, i)));
        var sheet = shop.importer.open(Files.write(home.resolve("many.csv"), lines.toList()));
        var plan = shop.importer.plan(sheet, shop.importer.guess(sheet), ProductKey.SKU, ImportProgress.NONE);
        shop.importer.accept(plan, ImportProgress.NONE);
        var last = shop.publisher.publishNow().orElseThrow();
        assertThat(shop.announced).hasSize(2);
        assertThat(last.prev()).isEqualTo(shop.announced.getFirst().cid());
        assertThat(shop.repos.tree(shop.did()).size()).isEqualTo(count + 1);
        assertThat(shop.publisher.isWaiting()).isFalse();
    }

    @Test
    void theProfileIsPublishedWithItsKeysAndAddresses() throws BadRepository {
        shop.publisher.reachableAt(List.of("https://192.0.2.7:8444"), "https://192.0.2.7:8443");
        var commit = shop.publisher.publishNow().orElseThrow();
        var bytes = shop.repos
                .record(shop.did(), "org.echoppe.shop.profile/self")
                .orElseThrow()
                .bytes();
        var profile = ShopProfile.of(DagCbor.record(bytes));
        assertThat(profile.check()).isEmpty();
        assertThat(profile.name()).isEqualTo("Épicerie du Coin");
        assertThat(profile.endpoints()).containsExactly("https://192.0.2.7:8444");
        assertThat(profile.webUrl()).isEqualTo("https://192.0.2.7:8443");
        assertThat(profile.encryptionKey()).isPresent();
        assertThat(profile.recoveryKey()).isPresent();
        shop.shop.set(TestShop.fields("tagline", "Au coin de la rue"));
        var next = shop.publisher.publishNow().orElseThrow();
        assertThat(next.prev()).isEqualTo(commit.cid());
        assertThat(next.rev()).isGreaterThan(commit.rev());
    }

    @Test
    void aRemovedProductLeavesTheRepositoryAndABlankedPriceToo() throws BadRepository {
        var one = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        var two = shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "3"));
        shop.publisher.publishNow();
        assertThat(shop.catalogue.remove(one.key()).publishState()).isEqualTo(PublishState.WAITING);
        shop.catalogue.change(two.key(), TestShop.draft("price", ""));
        assertThat(shop.publisher.publishNow()).isPresent();
        assertThat(shop.repos.tree(shop.did()).size()).isEqualTo(1);
        assertThat(shop.catalogue.find(one.key()).orElseThrow().publishState()).isEqualTo(PublishState.WITHDRAWN);
        assertThat(shop.catalogue.find(two.key()).orElseThrow().publishState()).isEqualTo(PublishState.DRAFT);
    }

    @Test
    void aCommitIsRenewedDailyOverTheSameData() {
        shop.publisher.start();
        shop.tick();
        var first = shop.announced.getFirst();
        shop.clock.pass(Duration.ofHours(1));
        shop.tick();
        assertThat(shop.announced).hasSize(1);
        shop.clock.pass(Duration.ofHours(20));
        shop.tick();
        assertThat(shop.announced).hasSize(2);
        var renewed = shop.announced.getLast();
        assertThat(renewed.data()).isEqualTo(first.data());
        assertThat(renewed.prev()).isEqualTo(first.cid());
    }

    @Test
    void nothingIsSignedWhileTheClockIsWrongAndTheReasonIsTold() {
        shop.publisher.trustClock(false);
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        shop.tick();
        assertThat(shop.announced).isEmpty();
        assertThat(shop.publisher.trouble().orElseThrow().fault()).isEqualTo(Fault.CLOCK_WRONG);
        assertThatThrownBy(shop.publisher::publishNow).isInstanceOf(Rejected.class);
        shop.publisher.trustClock(true);
        shop.tick();
        assertThat(shop.announced).hasSize(1);
        assertThat(shop.publisher.trouble()).isEmpty();
    }

    @Test
    void aRevNeverGoesBackEvenWhenTheClockDoes() {
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        var first = shop.publisher.publishNow().orElseThrow();
        shop.clock.pass(Duration.ofMinutes(-5));
        shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "4"));
        assertThat(shop.publisher.publishNow().orElseThrow().rev()).isGreaterThan(first.rev());
    }

    @Test
    void aCommitSignedWhileTheClockWasAheadIsToldAndCanBeDatedAnew() {
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        var good = shop.publisher.publishNow().orElseThrow();
        assertThat(shop.publisher.redate()).isEmpty();
        shop.clock.pass(Duration.ofDays(400));
        shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "4"));
        shop.publisher.publishNow();
        shop.clock.pass(Duration.ofDays(-399));

        shop.publisher.start();
        shop.tick();
        assertThat(shop.publisher.trouble().orElseThrow().fault()).isEqualTo(Fault.COMMIT_AHEAD);
        shop.catalogue.add(TestShop.draft("name", "Roquefort", "price", "4"));
        assertThatThrownBy(shop.publisher::publishNow).isInstanceOf(Rejected.class);

        var redated = shop.publisher.redate().orElseThrow();
        assertThat(redated.rev().instant()).isBetween(good.rev().instant(), shop.clock.instant());
        assertThat(redated.prev()).isEqualTo(good.cid());
        assertThat(Damage.check(shop.database, shop.did())).isEqualTo(new ReplicaCheck.Verdict.Intact(4));
        assertThat(shop.publisher.trouble()).isEmpty();
        assertThat(shop.publisher.isWaiting()).isFalse();
        shop.catalogue.add(TestShop.draft("name", "Cantal", "price", "4"));
        assertThat(shop.publisher.publishNow().orElseThrow().prev()).isEqualTo(redated.cid());
    }

    @Test
    void aFailureThatNobodyExpectedIsToldTooAndTheDailyRenewalGoesOn() {
        shop.publisher.start();
        shop.database.close();
        shop.delays.clear();
        shop.tick();
        assertThat(shop.publisher.trouble().orElseThrow().fault()).isEqualTo(Fault.PUBLISHING_FAILED);
        assertThat(shop.delays).contains(Duration.ofMinutes(10));
    }

    @Test
    void whatAStoppedProgramLeftWaitingIsPublishedByTheNextStart() {
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        shop.publisher.close();
        shop.tick();
        assertThat(shop.announced).isEmpty();
        var next = new Publisher(shop.repository, shop.clock, (delay, work) -> shop.later.add(work));
        next.onCommit(shop.announced::add);
        next.start();
        shop.tick();
        assertThat(shop.announced).hasSize(1);
    }

    @Test
    void anAnnouncementThatFailsHarmsNothing() {
        shop.publisher.onCommit(commit -> {
            throw new IllegalStateException("no network");
        });
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        assertThat(shop.publisher.publishNow()).isPresent();
        assertThat(shop.publisher.trouble()).isEmpty();
    }
}
