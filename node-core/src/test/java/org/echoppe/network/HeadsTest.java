package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Tid;
import org.echoppe.guard.SecurityKind;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a peer says to hold: it may not go on for ever, blames nobody else, and is not had before it was fetched. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeadsTest {
    private TestNode node;
    private FakeNode peer;

    @BeforeAll
    void open(@TempDir Path homes) {
        node = TestNode.open(homes.resolve("node"));
    }

    @BeforeEach
    void meet(@TempDir Path home) {
        peer = new FakeNode(home);
    }

    @AfterEach
    void leave() {
        peer.close();
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static Did did(int number) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[31] = (byte) (number >> 8);
        point[32] = (byte) number;
        return Did.of(point);
    }

    private static Map<String, Object> page(Did next) {
        return Map.of("heads", List.of(), "next", next.value());
    }

    private static Map<String, String> head(Did did, Tid rev) {
        var commit = SignedShop.of(1).commit().cid().toString();
        return Map.of("did", did.value(), "rev", rev.value(), "commit", commit);
    }

    @Test
    void pagesThatGoInACircleEnd() {
        peer.saysInPages(after -> page(did(1).value().equals(after) ? did(2) : did(1)));
        var result = node.replicator.syncWith(peer.address());
        assertThat(result.fault()).isEqualTo(Fault.PEER_ANSWER_BROKEN);
        assertThat(peer.asked).hasSizeLessThan(5);
        assertThat(node.reachability.syncedAt(peer.did())).isEmpty();
    }

    @Test
    void pagesWithoutEndEnd() {
        var pages = new int[1];
        peer.saysInPages(_ -> page(did(pages[0]++)));
        assertThat(node.replicator.syncWith(peer.address()).fault()).isEqualTo(Fault.PEER_ANSWER_BROKEN);
        assertThat(node.journal(SecurityKind.ANSWER_REFUSED))
                .anySatisfy(line -> assertThat(line.who()).isEqualTo(peer.did().value()));
    }

    @Test
    void headsOutOfOrderAreRefused() {
        var rev = SignedShop.minutes(-1);
        peer.says(Map.of("heads", List.of(head(did(2), rev), head(did(1), rev))));
        assertThat(node.replicator.syncWith(peer.address()).fault()).isEqualTo(Fault.PEER_ANSWER_BROKEN);
    }

    @Test
    void shopsThatAreNotToBeHadHoldTheRoundUpForAWhileOnly() {
        var rev = SignedShop.minutes(-1);
        var shop = SignedShop.of(1);
        var heads = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> head(did(i), rev))
                .toList();
        peer.offers(shop.commit(), ctx -> ctx.result(shop.car()));
        peer.says(Map.of("heads", heads));
        var result = node.replicator.syncWith(peer.address());
        assertThat(result.newer()).isBetween(1, 30);
        assertThat(node.reachability.syncedAt(peer.did())).isEmpty();
    }

    @Test
    void whatAPeerSaysOfTheFutureIsItsOwnWord() {
        var merchant = new TestSigner().did();
        peer.says(Map.of("heads", List.of(head(merchant, SignedShop.minutes(60)))));
        node.replicator.syncWith(peer.address());
        assertThat(node.journal(SecurityKind.FUTURE_COMMIT)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.who()).isEqualTo(peer.did().value());
            assertThat(line.what()).contains(merchant.value());
        });
    }

    @Test
    void whoGivesNothingIsNotUpToDate() {
        var shop = SignedShop.of(1);
        peer.offers(shop.commit(), ctx -> ctx.result(shop.car()));
        assertThat(node.replicator.syncWith(peer.address()).fault()).isNull();
        assertThat(node.reachability.syncedAt(peer.did())).isPresent();
        peer.offers(shop.next(SignedShop.minutes(0), 1, 500).commit(), ctx -> ctx.status(503));
        var result = node.replicator.syncWith(peer.address());
        assertThat(result.newer()).isEqualTo(1);
        assertThat(result.stored()).isZero();
        assertThat(result.fault()).isNotNull();
        assertThat(node.reachability.syncedAt(peer.did())).isEmpty();
    }

    @Test
    void whatIsNoGoodIsNotMissed() {
        var shop = SignedShop.of(1);
        peer.offers(shop.commit(), ctx -> ctx.result(SignedShop.of(2).car()));
        var result = node.replicator.syncWith(peer.address());
        assertThat(result.stored()).isZero();
        assertThat(result.fault()).isNull();
        assertThat(node.reachability.syncedAt(peer.did())).isPresent();
    }
}
