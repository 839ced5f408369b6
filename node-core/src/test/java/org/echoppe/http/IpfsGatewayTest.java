package org.echoppe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.echoppe.domain.Cid;
import org.echoppe.guard.Denials;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the conformance suite of trustless gateways asks of raw blocks. */
class IpfsGatewayTest {
    private static final byte[] BLOCK =
            "a block, quite long enough to be worth compressing".repeat(60).getBytes(StandardCharsets.UTF_8);
    private static final Cid CID = Cid.of(Cid.Codec.RAW, BLOCK);
    private static final String RAW = "application/vnd.ipld.raw";

    private static final byte[] BAD = "what no keeper wants".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Path denied;
    private static HttpPort port;
    private static HttpClient client;

    @BeforeAll
    static void open() {
        client = HttpClient.newHttpClient();
        denied = folder.resolve("blocked.deny");
        port = HttpPort.open(
                new PortSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        null,
                        ClientCertificate.NOT_ASKED,
                        1_000,
                        10,
                        _ -> Duration.ofSeconds(5)),
                config -> new IpfsGateway(IpfsGatewayTest::held, Denials.in(denied)).add(config.routes));
    }

    @AfterAll
    static void close() {
        client.close();
        port.close();
    }

    private static byte @Nullable [] held(Cid cid) {
        return cid.equals(CID) ? BLOCK : cid.matches(BAD) ? BAD : null;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aBlockIsSentWithAllThatACheckingClientWants() throws Exception {
        for (var request : new HttpRequest.Builder[] {
            request("/ipfs/" + CID + "?format=raw"), request("/ipfs/" + CID).header("Accept", RAW)
        }) {
            var answer = send(request.header("Accept-Encoding", "gzip"));
            var headers = answer.headers();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(BLOCK);
            assertThat(headers.firstValue("Content-Type")).contains(RAW);
            assertThat(headers.firstValue("Content-Length")).contains(Integer.toString(BLOCK.length));
            assertThat(headers.firstValue("Content-Disposition")).contains("attachment; filename=\"" + CID + ".bin\"");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("sandbox");
            assertThat(headers.firstValue("Cache-Control")).contains("public, max-age=29030400, immutable");
            assertThat(headers.firstValue("X-Ipfs-Path")).contains("/ipfs/" + CID);
            assertThat(headers.firstValue("X-Ipfs-Roots")).contains(CID.toString());
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
        }
    }

    @Test
    void aFileNameMayBeChosenButNothingElseInTheHeader() throws Exception {
        var answer = send(request("/ipfs/" + CID + "?format=raw&filename=foo%22%0d%0abar.bin"));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"foo___bar.bin\"");
    }

    @Test
    void whoHoldsABlockIsNotSentItAgain() throws Exception {
        var first = send(request("/ipfs/" + CID + "?format=raw"));
        var second = send(request("/ipfs/" + CID + "?format=raw")
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void headTellsTheLength() throws Exception {
        var answer = send(request("/ipfs/" + CID + "?format=raw").HEAD());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(BLOCK.length));
    }

    @Test
    void everyRefusalHasItsOwnNumber() throws Exception {
        var absent = Cid.of(Cid.Codec.RAW, new byte[] {1});
        assertThat(send(request("/ipfs/" + absent + "?format=raw")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/ipfs/" + absent + "?format=raw").HEAD()).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/ipfs/" + absent + "?format=raw").header("Cache-Control", "only-if-cached"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(send(request("/ipfs/notacid?format=raw")).statusCode()).isEqualTo(400);
        assertThat(send(request("/ipfs/" + CID)).statusCode()).isEqualTo(400);
        assertThat(send(request("/ipfs/" + CID + "?format=car")).statusCode()).isEqualTo(406);
        assertThat(send(request("/ipfs/" + CID + "/path?format=raw")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheKeeperDeniesIsGoneOrUnavailableForLegalReasons() throws Exception {
        var bad = Cid.of(Cid.Codec.RAW, BAD);
        assertThat(send(request("/ipfs/" + bad + "?format=raw")).statusCode()).isEqualTo(200);
        deny("version: 1\nname: ours\n---\n# a comment\n//unknown-rule\n/ipfs/nonsense\n/ipfs/" + bad + "\n", 1);
        assertThat(send(request("/ipfs/" + bad + "?format=raw")).statusCode()).isEqualTo(410);
        assertThat(send(request("/ipfs/" + bad + "?format=raw").HEAD()).statusCode())
                .isEqualTo(410);
        deny("/ipfs/" + bad + "/* gateway_status=451\n", 2);
        assertThat(send(request("/ipfs/" + bad + "?format=raw")).statusCode()).isEqualTo(451);
        assertThat(send(request("/ipfs/" + CID + "?format=raw")).statusCode()).isEqualTo(200);
        Files.delete(denied);
        assertThat(send(request("/ipfs/" + bad + "?format=raw")).statusCode()).isEqualTo(200);
    }

    private static void deny(String lines, int second) throws Exception {
        Files.writeString(denied, lines);
        Files.setLastModifiedTime(denied, FileTime.from(Instant.ofEpochSecond(second)));
    }

    @Test
    void nothingTellsWhatIsHeld() throws Exception {
        assertThat(send(request("/ipfs/")).statusCode()).isEqualTo(404);
        assertThat(send(request("/ipfs")).statusCode()).isEqualTo(404);
    }

    @Test
    void theProbeOfOtherGatewaysIsAnswered() throws Exception {
        var answer = send(request("/ipfs/bafkqaaa?format=raw"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
