package org.echoppe.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.echoppe.domain.Did;
import org.echoppe.domain.Sha256;
import org.echoppe.orders.FakeDesk;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser, or whoever pretends to be one, can leave at the web port. */
class EnvelopeRoutesTest {
    private static final Set<InetAddress> PROXY = Set.of(InetAddress.getLoopbackAddress());
    private static final OrderLimits.Numbers WIDE = new OrderLimits.Numbers(1_000, 100 << 20, 1_000, 1_000, 8);

    @TempDir
    Path home;

    private FakeWeb web;

    @AfterEach
    void close() {
        web.close();
    }

    @BeforeEach
    void open() {
        web = opened(home.resolve("wide"), WIDE);
    }

    private void reopen(OrderLimits.Numbers numbers) {
        web.close();
        web = opened(home.resolve("narrow"), numbers);
    }

    private static FakeWeb opened(Path home, OrderLimits.Numbers numbers) {
        var web = new FakeWeb(home, PROXY, numbers, FakeWeb.CLOCK);
        web.market.filled();
        return web;
    }

    private static Envelope to(Did merchant) {
        return new FakeShopper().envelope("an order", merchant.value(), merchant);
    }

    private HttpRequest.Builder posting(byte[] body) {
        return web.request("/api/v1/envelopes")
                .header("Content-Type", Envelope.TYPE)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> post(Envelope envelope) {
        return web.send(posting(envelope.toJson()));
    }

    private HttpResponse<String> post(Envelope envelope, String header, String value) {
        return web.send(posting(envelope.toJson()).header(header, value));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).get("type").asString().replaceFirst(".*:", "");
    }

    @Test
    void anEnvelopeIsKeptOnceAndAnybodyWhoKnowsItsIdSeesHowFarItIs() {
        var envelope = to(web.market.grocer.did());
        for (int i = 0; i < 3; i++) {
            var answer = post(envelope, "Sec-Fetch-Site", "same-origin");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(json(answer).get("state").asString()).isEqualTo("kept");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        var seen = web.get("/api/v1/envelopes/" + envelope.id());
        assertThat(seen.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(json(seen).get("state").asString()).isEqualTo("kept");
        assertThat(json(seen).get("receipts")).isEmpty();
        assertThat(json(seen).get("answers")).isEmpty();
        var twin = new Envelope(envelope.id(), envelope.to(), envelope.reply(), List.of(), "a.b.c.d.e");
        assertThat(post(twin).statusCode()).isEqualTo(409);
        assertThat(type(post(twin))).isEqualTo("envelope-another");
        assertThat(web.journal.latest(10)).isEmpty();
    }

    @Test
    void whatIsNoEnvelopeOrForNobodyIsRefusedWithASentence() {
        var unknown = post(to(new TestSigner().did()), "Accept-Language", "fr");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).get("title").asString()).contains("Cette boutique n’est pas connue ici");
        assertThat(web.send(posting("{}".getBytes(US_ASCII))).statusCode()).isEqualTo(422);
        assertThat(web.send(posting(new byte[Envelope.MAX_LENGTH + 1])).statusCode())
                .isEqualTo(413);
        var simple = web.request("/api/v1/envelopes")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(to(web.market.grocer.did()).toJson()));
        assertThat(web.send(simple).statusCode()).isEqualTo(415);
        assertThat(web.get("/api/v1/envelopes").statusCode()).isEqualTo(405);
        assertThat(web.get("/api/v1/envelopes/x").statusCode()).isEqualTo(404);
        assertThat(web.get("/api/v1/envelopes/q83vEjRWeJCrze8SNFZ4kA").statusCode())
                .isEqualTo(404);
    }

    @Test
    void noOtherAddressTakesABody() {
        for (var path : List.of("/api/v1/envelopes/", "/api/v1/envelopes/x", "/api/v1/listings", "/")) {
            var posted = web.send(web.request(path).POST(BodyPublishers.ofString("x")));
            assertThat(posted.statusCode()).as(path).isIn(405, 413);
        }
        var deleting = web.request("/api/v1/envelopes").DELETE();
        assertThat(web.send(deleting).statusCode()).isEqualTo(405);
    }

    @Test
    void aPageOfAnotherSiteCannotPost() {
        var envelope = to(web.market.grocer.did());
        assertThat(post(envelope, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post(envelope, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(type(post(envelope, "Origin", "https://evil.example"))).isEqualTo("foreign-page");
        assertThat(post(envelope, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(json(web.get("/api/v1/envelopes/" + envelope.id()))
                        .get("status")
                        .asInt())
                .isEqualTo(404);
        var asked = web.send(web.request("/api/v1/envelopes")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(asked.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(post(envelope, "Origin", web.address()).statusCode()).isEqualTo(202);
    }

    @Test
    void theOwnShopsOrdersGoToItsDeskOrAreRefusedWhileItIsClosed() {
        var envelope = to(web.market.bakery.did());
        var closed = post(envelope);
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(type(closed)).isEqualTo("orders-closed");
        var desk = new FakeDesk(web.market.bakery, FakeWeb.CLOCK);
        web.mail.deliverTo(desk);
        for (int i = 0; i < 5; i++) {
            assertThat(json(post(envelope)).get("state").asString()).isEqualTo("arrived");
        }
        assertThat(desk.taken()).containsExactly(envelope.id());
        desk.shut(true);
        assertThat(post(to(web.market.bakery.did())).statusCode()).isEqualTo(507);
    }

    @Test
    void aNetworkHasItsShareInNumberAndInSize() {
        reopen(new OrderLimits.Numbers(3, 30_000, 1_000, 1_000, 8));
        for (int i = 0; i < 3; i++) {
            assertThat(from("203.0.113." + i, to(web.market.grocer.did())).statusCode())
                    .isEqualTo(202);
        }
        var fourth = from("203.0.113.77", to(web.market.grocer.did()));
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(type(fourth)).isEqualTo("too-many-orders");
        assertThat(fourth.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 600L);
        var large = new FakeShopper()
                .envelope("x".repeat(17_000), web.market.grocer.did().value(), web.market.grocer.did());
        assertThat(from("198.51.100.1", large).statusCode()).isEqualTo(429);
        assertThat(web.journal.latest(10))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.toString()).doesNotContain(large.jwe()));
    }

    @Test
    void whenAShopGetsManyAtOnceEachCallerWorksFirst() {
        reopen(new OrderLimits.Numbers(1_000, 100 << 20, 3, 1_000, 8));
        floodThenWork(3);
    }

    @Test
    void whenAllGetManyAtOnceEachCallerWorksFirst() {
        reopen(new OrderLimits.Numbers(1_000, 100 << 20, 1_000, 3, 8));
        floodThenWork(3);
    }

    private void floodThenWork(int free) {
        for (int i = 0; i < free; i++) {
            assertThat(from("203.0." + i + ".1", to(web.market.grocer.did())).statusCode())
                    .isEqualTo(202);
        }
        var envelope = to(web.market.grocer.did());
        var wanted = from("192.0.2.1", envelope);
        assertThat(wanted.statusCode()).isEqualTo(429);
        assertThat(type(wanted)).isEqualTo("work-wanted");
        assertThat(json(wanted).get("bits").asInt()).isEqualTo(8);
        var number = solve(json(wanted).get("salt").asString(), envelope.id().value());
        var wrong = posting(envelope.toJson()).header("X-Forwarded-For", "198.51.100.1");
        assertThat(web.send(wrong.header("Echoppe-Work", number)).statusCode()).isEqualTo(429);
        var right = posting(envelope.toJson()).header("X-Forwarded-For", "192.0.2.1");
        assertThat(web.send(right.header("Echoppe-Work", number)).statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> from(String address, Envelope envelope) {
        return post(envelope, "X-Forwarded-For", address);
    }

    private static String solve(String salt, String id) {
        for (long n = 0; ; n++) {
            byte[] hash = Sha256.of((salt + ":" + id + ":" + n).getBytes(US_ASCII));
            if (new BigInteger(1, hash).shiftRight(248).signum() == 0) {
                return Long.toString(n);
            }
        }
    }
}
