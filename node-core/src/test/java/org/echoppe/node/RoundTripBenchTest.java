package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.orders.wire.Receipt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order from sealing to the shop's verified receipt over HTTPS, beside its own parts timed in the same run. */
@Tag("bench")
class RoundTripBenchTest {
    private static final int WARM = 100;
    private static final int ORDERS = 300;
    /** The port's own limits are by network and time: the clock passes on. */
    private static final int AT_ONCE = 30;

    @TempDir
    Path home;

    private final Browser browser = new Browser();
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    @Test
    void anOrderTakesAtMostTwiceItsParts() throws Exception {
        try (var shop = new Bakery(home, Instant.now().truncatedTo(ChronoUnit.MILLIS))) {
            shop.node
                    .catalogue()
                    .change(
                            shop.jam().key(),
                            org.echoppe.catalogue.ProductDraft.EMPTY.with(
                                    org.echoppe.catalogue.ProductField.STOCK, "1000000"));
            shop.node.publisher().publishNow();
            String at = shop.node.start().web() + "/api/v1/envelopes";
            for (int i = 0; i < WARM + ORDERS; i++) {
                if (i == WARM) {
                    times.clear();
                }
                if (i % AT_ONCE == 0) {
                    shop.clock.pass(Duration.ofMinutes(21));
                }
                order(shop, at);
            }
        }
        long parts = 0;
        for (var part : List.of("seal", "post again", "receive", "look again", "verify")) {
            parts += p50(part);
        }
        times.keySet().forEach(name -> System.out.printf("%-12s p50 %.2f ms%n", name, p50(name) / 1e6));
        System.out.printf("round trip %.2f of the sum of its parts%n", (double) p50("round trip") / parts);
        assertThat(p50("round trip")).isLessThanOrEqualTo(2 * parts);
    }

    private void order(Bakery shop, String at) throws Exception {
        var jam = shop.jam();
        var shopper = new FakeShopper();
        var other = new FakeShopper();
        var envelope = timed("round trip", () -> {
            var sealed = shop.sealed(shopper, jam, 1);
            assertThat(post(at, sealed)).isEqualTo(202);
            verify(sealed, at);
            return sealed;
        });
        var second = timed("seal", () -> shop.sealed(other, jam, 1));
        timed("post again", () -> post(at, envelope));
        timed("receive", () -> shop.node.orders().receive(second, Optional.empty()));
        timed("look again", () -> browser.page(at + "/" + envelope.id()));
        var jws = browser.json(at + "/" + envelope.id()).path("receipts").get(0).asString();
        timed("verify", () -> Receipt.read(jws).ends(envelope));
    }

    private int post(String at, Envelope envelope) {
        return browser.post(at, Envelope.TYPE, envelope.toJson()).statusCode();
    }

    private void verify(Envelope envelope, String at) throws Exception {
        var found = browser.json(at + "/" + envelope.id());
        assertThat(Receipt.read(found.path("receipts").get(0).asString()).ends(envelope))
                .as(new String(envelope.toJson(), StandardCharsets.UTF_8))
                .isTrue();
    }

    private <T> T timed(String name, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T result = work.call();
        times.computeIfAbsent(name, _ -> new ArrayList<>()).add(System.nanoTime() - began);
        return result;
    }

    private long p50(String name) {
        var sorted = new ArrayList<>(times.getOrDefault(name, List.of()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
