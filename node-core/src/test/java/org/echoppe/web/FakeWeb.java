package org.echoppe.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.echoppe.domain.Cid;
import org.echoppe.guard.Denials;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.orders.FakeMail;
import org.echoppe.orders.Mail;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Database;
import org.echoppe.store.RepoStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web port over a {@link FakeMarket} at a quarter past ten of a Thursday morning, spoken to over plain HTTP. */
final class FakeWeb implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-19T09:15:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Paris"));

    final FakeMarket market;
    final SecurityJournal journal = new SecurityJournal(sink(), CLOCK);
    /** Pictures that pages lacked. */
    final List<Cid> wanted = new ArrayList<>();

    final RepoStore store;
    final Blobs blobs;
    /** Of orders to the bakery and to others. */
    final Mail mail;

    final WebServer.Sources sources;

    private final Database database;
    final ListingIndex index;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    FakeWeb(Path home) {
        this(home, CLOCK);
    }

    FakeWeb(Path home, Clock clock) {
        this(home, clock, WebServer.usualLimits(clock), Set.of(), OrderLimits.Numbers.USUAL);
    }

    FakeWeb(Path home, RateLimits limits, Set<InetAddress> trustedProxies) {
        this(home, CLOCK, limits, trustedProxies, OrderLimits.Numbers.USUAL);
    }

    FakeWeb(Path home, Set<InetAddress> trustedProxies, OrderLimits.Numbers orders, Clock clock) {
        this(home, clock, WebServer.usualLimits(clock), trustedProxies, orders);
    }

    private FakeWeb(
            Path home, Clock clock, RateLimits limits, Set<InetAddress> trustedProxies, OrderLimits.Numbers orders) {
        database = Database.open(home, new byte[32], clock);
        index = ListingIndex.open(home.resolve("index"));
        store = new RepoStore(database);
        blobs = new Blobs(home.resolve("blobs"), clock);
        var denials = Denials.in(home.resolve("blocked.deny"));
        market = new FakeMarket(store, index, denials, blobs, home, clock);
        mail = FakeMail.lonely(database, market.bakery.did(), journal, clock);
        sources = new WebServer.Sources(
                market.listings,
                store,
                blobs,
                new Pictures(),
                denials,
                market.bakery.did(),
                (did, picture) -> wanted.add(picture),
                mail.relay(),
                new OrderLimits(orders, new Random(1), clock));
        server = WebServer.open(
                new WebSettings(InetAddress.getLoopbackAddress(), 0, null, "AB:CD:EF", trustedProxies),
                sources,
                limits,
                journal,
                clock);
    }

    private static SecuritySink sink() {
        var kept = new ArrayList<SecurityEvent>();
        return new SecuritySink() {
            @Override
            public void append(List<SecurityEvent> events) {
                kept.addAll(events);
            }

            @Override
            public List<SecurityEvent> latest(int count) {
                return List.copyOf(kept);
            }
        };
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** The address of the first listing that the words find, after the language or the API's folder. */
    String listing(String words) {
        var found = json("/api/v1/listings?q=" + Links.encode(words))
                .get("listings")
                .get(0);
        return found.get("did").asString() + "/" + found.get("rkey").asString();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        journal.close();
        index.close();
        database.close();
    }
}
