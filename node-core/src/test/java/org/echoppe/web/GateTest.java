package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.echoppe.domain.Money;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityKind;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static RateLimits threePages() {
        return new RateLimits(30, Duration.ofMinutes(1), FakeWeb.CLOCK);
    }

    private static int status(FakeWeb web, String forwarded) {
        return web.send(web.request("/fr/about").header("X-Forwarded-For", forwarded))
                .statusCode();
    }

    @Test
    void aNetworkThatAsksTooMuchIsToldToWaitAndTheJournalSaysWho(@TempDir Path home) {
        try (var web = new FakeWeb(home, threePages(), Set.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(web.get("/fr/about").statusCode()).isEqualTo(200);
            }
            var page = web.get("/fr/about");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.body()).contains("Un instant, s’il vous plaît");
            assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(web.get("/api/v1/merchants")
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(web.journal.latest(10)).isNotEmpty().allSatisfy(event -> {
                assertThat(event.kind()).isEqualTo(SecurityKind.RATE_LIMITED);
                assertThat(event.who()).isEqualTo("127.0.0.0/24");
            });
        }
    }

    @Test
    void leafingFarCostsMoreThanAFirstPage(@TempDir Path home) {
        try (var web = new FakeWeb(home, new RateLimits(220, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of())) {
            assertThat(web.get("/fr/search?page=400").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/search?page=400&size=1").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/search").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/search").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void guessingAtMisspeltWordsIsChargedBesides(@TempDir Path home) {
        try (var web = new FakeWeb(home, new RateLimits(60, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of())) {
            assertThat(web.get("/fr/search?q=qqqqqq").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/about").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/about").statusCode()).isEqualTo(200);
            assertThat(web.get("/fr/about").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void whoHasLessLeftThanAnAnswerTookHasNothingLeft(@TempDir Path home) {
        try (var web = new FakeWeb(home, new RateLimits(39, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of())) {
            assertThat(web.get("/fr/search?q=qqqqqq").statusCode()).isEqualTo(200);
            assertThat(web.get("/healthz").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void countingManyListingsAnewForOtherChoicesIsChargedBesides(@TempDir Path home) {
        try (var web = new FakeWeb(home, new RateLimits(40, Duration.ofMinutes(1), FakeWeb.CLOCK), Set.of())) {
            var shop = new FakeShop(
                    ShopProfile.blank().withName("Quincaillerie").withLang("fr").withCurrency(Money.EUR));
            for (int i = 0; i < 1_000; i++) {
                shop.add(FakeMarket.product("Rivet " + i, "Vis", 100), FakeWeb.NOW.minusSeconds(900));
            }
            web.market.publish(shop, FakeWeb.NOW);
            // without the shop, and without the price: two counts besides that of the page
            String path = "/fr/search?minPrice=0,50&shop=" + shop.did();
            assertThat(web.get(path).statusCode()).isEqualTo(200);
            assertThat(web.get(path + "&sort=name").statusCode())
                    .as("what was counted is kept")
                    .isEqualTo(200);
            assertThat(web.get("/fr/about").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void aForwardingHeaderOfJustAnybodyIsNotBelieved(@TempDir Path home) {
        try (var web = new FakeWeb(home, threePages(), Set.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(status(web, "203.0." + i + ".1")).isEqualTo(200);
            }
            assertThat(status(web, "203.0.99.1")).isEqualTo(429);
        }
    }

    @Test
    void aTrustedProxySaysWhoAsksAndNobodyBeforeItCanLie(@TempDir Path home) {
        try (var web = new FakeWeb(home, threePages(), Set.of(InetAddress.getLoopbackAddress()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(status(web, "10.9." + i + ".1, 203.0.113.7")).isEqualTo(200);
            }
            assertThat(status(web, "10.9.77.1, 203.0.113.7")).isEqualTo(429);
            assertThat(status(web, "198.51.100.3")).isEqualTo(200);
            assertThat(status(web, "not an address")).isEqualTo(200);
            assertThat(status(web, "198.51.101.3:51234"))
                    .as("a port is no harm")
                    .isEqualTo(200);
        }
    }

    @Test
    void whatStandsBeforeAnUnreadableHopIsNotBelieved(@TempDir Path home) {
        try (var web = new FakeWeb(home, threePages(), Set.of(InetAddress.getLoopbackAddress()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(status(web, "10.9." + i + ".1, unknown")).isEqualTo(200);
            }
            assertThat(status(web, "10.9.77.1, unknown")).isEqualTo(429);
        }
    }

    /** Clients that are made with care do not send such an address: this is written by hand. */
    @Test
    void aLonePercentSignIsNoReasonToFail(@TempDir Path home) throws IOException {
        try (var web = new FakeWeb(home)) {
            assertThat(bare(web, "/fr/search?q=100%")).startsWith("HTTP/1.1 200");
            assertThat(bare(web, "/api/v1/listings?q=100%")).startsWith("HTTP/1.1 400");
        }
    }

    private static String bare(FakeWeb web, String path) throws IOException {
        var address = URI.create(web.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
