package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.echoppe.TrustsAnyone;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.identity.WebCertificate;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.orders.FakeMail;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Database;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path home;

    private Database database;
    private ListingIndex index;
    private RepoStore store;
    private FakeMarket market;
    private SecurityJournal journal;

    @BeforeEach
    void stock() {
        database = Database.open(home, new byte[32], FakeWeb.CLOCK);
        index = ListingIndex.open(home.resolve("index"));
        store = new RepoStore(database);
        market = new FakeMarket(
                store, index, Denials.none(), new Blobs(home.resolve("blobs"), FakeWeb.CLOCK), home, FakeWeb.CLOCK);
        journal = new SecurityJournal(
                new SecuritySink() {
                    @Override
                    public void append(List<SecurityEvent> events) {}

                    @Override
                    public List<SecurityEvent> latest(int count) {
                        return List.of();
                    }
                },
                FakeWeb.CLOCK);
    }

    @AfterEach
    void close() {
        journal.close();
        index.close();
        database.close();
    }

    private WebServer open(InetAddress bind, int port, @Nullable SSLContext tls, @Nullable String fingerprint) {
        return open(new WebSettings(bind, port, tls, fingerprint, Set.of()));
    }

    private WebServer open(WebSettings settings) {
        return WebServer.open(
                settings,
                new WebServer.Sources(
                        market.listings,
                        store,
                        new Blobs(home.resolve("blobs"), FakeWeb.CLOCK),
                        new Pictures(),
                        Denials.none(),
                        market.bakery.did(),
                        (_, _) -> {},
                        FakeMail.lonely(database, market.bakery.did(), journal, FakeWeb.CLOCK)
                                .relay(),
                        new OrderLimits(OrderLimits.Numbers.USUAL, new Random(1), FakeWeb.CLOCK)),
                WebServer.usualLimits(FakeWeb.CLOCK),
                journal,
                FakeWeb.CLOCK);
    }

    private WebCertificate certificate() {
        var random = new SecureRandom();
        var passphrase = Passphrase.of(Map.of("ECHOPPE_PASSPHRASE", "correct horse battery staple"), home, random);
        try (var identity = Identity.openOrCreate(home, passphrase, FakeWeb.CLOCK, random, false)) {
            return WebCertificate.selfMade(home, identity, Set.of(), FakeWeb.CLOCK, random);
        }
    }

    private static HttpClient trusting() {
        return HttpClient.newBuilder().sslContext(TrustsAnyone.context()).build();
    }

    @Test
    void browsersComeOverHttp2WithTheSelfMadeCertificate() throws Exception {
        var certificate = certificate();
        try (var server = open(LOOPBACK, 0, certificate.sslContext(), certificate.fingerprint());
                var client = trusting()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/fr/"))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.sslSession().orElseThrow().getPeerCertificates())
                    .containsExactly(certificate.certificate());
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(answer.body()).contains("Aucune boutique pour l’instant");
        }
    }

    @Test
    void onlyATrustedCertificateIsInsistedOn() throws Exception {
        try (var server = open(LOOPBACK, 0, certificate().sslContext(), null);
                var client = trusting()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/healthz"))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000");
        }
    }

    private String keeperPage(String notice) throws Exception {
        var settings = new WebSettings(LOOPBACK, 0, null, null, Set.of(), Set.of(), null, notice);
        try (var server = open(settings);
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/fr/keeper"));
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aMirrorSaysWhoKeepsItAsItsKeeperWroteIt() throws Exception {
        assertThat(keeperPage(""))
                .contains("Ces pages viennent d’un miroir", "n’a pas dit qui elle est")
                .doesNotContain("Qui tient ces pages");
        assertThat(keeperPage("Association <b>Le Relais</b>\nhttps://relais.exemple.fr\n\n1 rue Neuve, Lyon"))
                .contains("Ces pages viennent d’un miroir", "Qui tient ces pages")
                .contains("Association &lt;b&gt;Le Relais&lt;/b&gt;\nhttps://relais.exemple.fr\n\n1 rue Neuve, Lyon")
                .doesNotContain("n’a pas dit qui elle est", "href=\"https://relais.exemple.fr");
    }

    @Test
    void plainHttpIsForLoopbackAlone() throws Exception {
        var everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> open(everywhere, 0, null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        try (var server = open(LOOPBACK, 0, null, null)) {
            assertThatThrownBy(() -> open(LOOPBACK, server.port(), null, null))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.problems().getFirst().fault())
                                    .isEqualTo(Fault.PORT_TAKEN));
        }
    }

    @Test
    void closingFreesThePortAtOnce() {
        var server = open(LOOPBACK, 0, null, null);
        int port = server.port();
        long begun = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        open(LOOPBACK, port, null, null).close();
    }
}
