package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.echoppe.Shared;
import org.echoppe.TrustsAnyone;
import org.echoppe.domain.Did;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.NodeRecord;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.ThinDiff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The routes of PROTOCOL §3 as any HTTP client sees them. */
@TestInstance(Lifecycle.PER_CLASS)
class PeerPortTest {
    private static final Did FIXTURE = new Did("did:key:zDnaer65n1fajdigD7kF42UgS1vMBrrX24JTGfY5hCoQqVdA5");

    private TestNode node;
    private TestNode other;
    private HttpClient client;
    private SignedShop shop;

    @BeforeAll
    void open(@TempDir Path homes) {
        node = TestNode.open(homes.resolve("node"));
        other = TestNode.open(homes.resolve("other"));
        client = HttpClient.newBuilder()
                .sslContext(other.tls().client(node.did()))
                .build();
        shop = SignedShop.of(30);
        assertThat(put(shop.commit().did(), CarWriter.MEDIA_TYPE, shop.car()).statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    void close() {
        client.close();
        other.close();
        node.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    private HttpResponse<byte[]> put(Did did, String type, byte[] body) {
        return send(
                request("/peer/v1/repos/" + did).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body)));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void itSaysWhoItIsOverHttp2() throws Exception {
        var answer = get("/peer/v1/node");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        var record = NodeRecord.read(text(answer));
        assertThat(record.did()).isEqualTo(node.did());
        assertThat(record.endpoints()).containsExactly(node.endpoint());
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    @Test
    void theHeadsComeInPages() {
        var json = new JsonMapper().readTree(get("/peer/v1/heads").body());
        assertThat(json.path("heads").valueStream().map(head -> head.path("did").asString("")))
                .contains(shop.commit().did().value());
        var last = new JsonMapper()
                .readTree(get("/peer/v1/heads?after=" + shop.commit().did()).body());
        assertThat(last.path("heads").valueStream().map(head -> head.path("did").asString("")))
                .doesNotContain(shop.commit().did().value());
        assertThat(get("/peer/v1/heads?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aRepositoryIsACarWithTheCommitFirst(@TempDir Path spool) throws Exception {
        var did = shop.commit().did();
        var plain = get("/peer/v1/repos/" + did);
        assertThat(plain.headers().firstValue("Content-Type")).hasValue(CarWriter.MEDIA_TYPE);
        assertThat(plain.headers().firstValue("ETag"))
                .hasValue("\"" + shop.commit().cid() + "\"");
        assertThat(plain.body().length).isGreaterThan(shop.commit().block().bytes().length);
        try (var snapshot = Snapshot.read(new ByteArrayInputStream(plain.body()), did, spool, Limits.STRANGER)) {
            assertThat(snapshot.commit()).isEqualTo(shop.commit());
            assertThat(snapshot.records()).isEqualTo(31);
        }
        var packed = send(request("/peer/v1/repos/" + did).header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        var same = send(request("/peer/v1/repos/" + did)
                .header("If-None-Match", "\"" + shop.commit().cid() + "\""));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(get("/peer/v1/repos/" + new TestSigner().did()).statusCode()).isEqualTo(404);
        assertThat(get("/peer/v1/repos/did:web:x").statusCode()).isEqualTo(400);
    }

    @Test
    void changesAreAThinDiffAndAnUnknownRevIsGone() throws Exception {
        var shop2 = SignedShop.of(new TestSigner(), 200, SignedShop.minutes(-5));
        put(shop2.commit().did(), CarWriter.MEDIA_TYPE, shop2.car());
        var next = shop2.next(SignedShop.minutes(-4), 2, 111);
        var pushed = put(shop2.commit().did(), ThinDiff.MEDIA_TYPE, next.diff().encode());
        assertThat(pushed.statusCode()).as(text(pushed)).isEqualTo(200);
        var path = "/peer/v1/repos/" + shop2.commit().did() + "/changes?since=";
        var answer = get(path + shop2.commit().rev());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(ThinDiff.MEDIA_TYPE);
        var diff = ThinDiff.decode(answer.body(), Limits.STRANGER);
        assertThat(diff.commit()).isEqualTo(next.commit());
        assertThat(diff.changes()).hasSize(2);
        var gone = get(path + SignedShop.minutes(-60));
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(text(gone)).contains("tag:echoppe.org,2026:changes-unknown");
    }

    @Test
    void aBlockIsServedByItsAddress() {
        var commit = shop.commit();
        var answer = get("/ipfs/" + commit.cid() + "?format=raw");
        assertThat(answer.body()).isEqualTo(commit.block().bytes());
        assertThat(get("/ipfs/" + org.echoppe.domain.Cid.of(new byte[] {1}) + "?format=raw")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "bad-flipped-byte.car, WRONG_HASH",
        "bad-missing-record.car, MISSING_BLOCK",
        "bad-wrong-key.car, BAD_SIGNATURE"
    })
    void aBrokenPushChangesNothingAndIsJournalled(String file, String why) throws Exception {
        var bytes = Files.readAllBytes(Shared.file("fixtures/repo/" + file));
        var did = didOf(bytes);
        var answer = put(did, CarWriter.MEDIA_TYPE, bytes);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("repository-broken");
        assertThat(node.head(did)).isEmpty();
        assertThat(node.journal(SecurityKind.REPOSITORY_REFUSED)).anySatisfy(line -> {
            assertThat(line.who()).isEqualTo(other.did().value());
            assertThat(line.what()).contains(did.value());
            assertThat(line.why()).contains(why);
        });
    }

    /** The DID that the file's commit names: each of the three belongs to a key of its own. */
    private static Did didOf(byte[] car) {
        var text = new String(car, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("did:key:zDn");
        return new Did(text.substring(at, at + FIXTURE.value().length()));
    }

    @Test
    void aRepositoryOfTheJavaScriptImplementationIsTakenIn() throws Exception {
        var answer = put(FIXTURE, CarWriter.MEDIA_TYPE, Files.readAllBytes(Shared.file("fixtures/repo/full.car")));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(node.head(FIXTURE).orElseThrow().records()).isEqualTo(301);
    }

    @Test
    void aPushForAnotherDidIsRefused() {
        var did = new TestSigner().did();
        assertThat(put(did, CarWriter.MEDIA_TYPE, shop.car()).statusCode()).isEqualTo(422);
        assertThat(put(did, "text/plain", new byte[1]).statusCode()).isEqualTo(415);
        assertThat(node.head(did)).isEmpty();
    }

    @Test
    void anAnnouncementIsBelievedForItsSignatureAlone() throws BadRepository {
        var commit = SignedShop.of(1).commit();
        var signature = commit.sig().clone();
        signature[10] ^= 1;
        var forged = new org.echoppe.repo.Commit(commit.did(), commit.data(), commit.rev(), commit.prev(), signature);
        var answer = send(request("/peer/v1/announcements")
                .POST(BodyPublishers.ofByteArray(forged.block().bytes())));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(node.journal(SecurityKind.SIGNED_WORD_REFUSED))
                .anySatisfy(line -> assertThat(line.who()).isEqualTo(other.did().value()));
        var tooLong = send(request("/peer/v1/announcements").POST(BodyPublishers.ofByteArray(new byte[10_000])));
        assertThat(tooLong.statusCode()).isEqualTo(413);
    }

    @Test
    void whoCannotBeCalledIsAskedToPush() {
        var commit = SignedShop.of(1).commit();
        var answer = send(request("/peer/v1/announcements")
                .POST(BodyPublishers.ofByteArray(commit.block().bytes())));
        assertThat(text(answer)).contains("\"push\":true");
    }

    @Test
    void aNodeRecordOfSomeoneElseIsRefused() {
        var foreign = node.peers.ownRecord().jws();
        var answer = send(request("/peer/v1/peers").POST(BodyPublishers.ofString(foreign)));
        assertThat(answer.statusCode()).isEqualTo(422);
        var noise = send(request("/peer/v1/peers").POST(BodyPublishers.ofString("a.b.c")));
        assertThat(noise.statusCode()).isEqualTo(422);
    }

    @Test
    void aCallerWithoutACertificateIsRefusedBeforeAnyRoute() throws Exception {
        refused(TrustsAnyone.context());
        assertThat(node.journal(SecurityKind.CERTIFICATE_REFUSED))
                .anySatisfy(line -> assertThat(line.why()).contains("no certificate"));
    }

    @Test
    void aCallerWithAnRsaCertificateIsRefusedBeforeAnyRoute(@TempDir Path folder) throws Exception {
        refused(TrustsAnyone.context(RsaCertificate.managers()));
        assertThat(node.journal(SecurityKind.CERTIFICATE_REFUSED))
                .anySatisfy(line -> assertThat(line.why()).contains("P-256"));
    }

    @Test
    void aBlockedCallerIsRefusedOnANewLineAndOnOneThatIsOpen(@TempDir Path home) throws Exception {
        try (var blocked = TestNode.open(home)) {
            var address = node.address();
            assertThat(blocked.client.node(address).from().isLoopbackAddress()).isTrue();
            node.peers.decisions().block(blocked.did(), "spam");
            assertThatThrownBy(() -> blocked.client.heads(address, null)).hasMessageContaining("403");
            try (var fresh = HttpClient.newBuilder()
                    .sslContext(blocked.tls().client(node.did()))
                    .build()) {
                assertThatThrownBy(() -> fresh.send(request("/peer/v1/node").build(), BodyHandlers.ofString()))
                        .isInstanceOf(IOException.class);
            }
            assertThat(node.journal(SecurityKind.CALLER_BLOCKED))
                    .anySatisfy(line ->
                            assertThat(line.who()).isEqualTo(blocked.did().value()));
        }
    }

    private void refused(SSLContext context) throws Exception {
        try (var stranger = HttpClient.newBuilder().sslContext(context).build()) {
            assertThatThrownBy(() -> stranger.send(request("/peer/v1/node").build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }
}
