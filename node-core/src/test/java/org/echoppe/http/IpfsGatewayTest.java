package org.echoppe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
        assertThat(status("f0155008001" + "00".repeat(128))).isEqualTo(200);
        assertThat(status("f0155008101" + "00".repeat(129)))
                .as("more than a name holds")
                .isEqualTo(400);
    }

    private static int status(String name) throws Exception {
        return send(request("/ipfs/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "?format=raw"))
                .statusCode();
    }

    private static String hex(int version, int codec, int function, byte[] hash) {
        var head = new byte[] {(byte) version, (byte) codec, (byte) function, (byte) hash.length};
        return "f" + HexFormat.of().formatHex(head) + HexFormat.of().formatHex(hash);
    }

    /** In a base by its number, of bytes that begin with no zero. */
    private static String digits(byte[] bytes, String alphabet) {
        var digits = new StringBuilder();
        var base = BigInteger.valueOf(alphabet.length());
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(base)) {
            digits.append(alphabet.charAt(rest.mod(base).intValue()));
        }
        return digits.reverse().toString();
    }

    private static final String BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    @Test
    void aBlockIsFoundByEveryBaseOfItsName() throws Exception {
        byte[] cid = CID.bytes();
        for (String name : List.of(
                "z" + digits(cid, BASE_58),
                "k" + digits(cid, BASE_36),
                "f" + HexFormat.of().formatHex(cid),
                "K" + digits(cid, BASE_36).toUpperCase(Locale.ROOT),
                CID.toString().toUpperCase(Locale.ROOT))) {
            var answer = send(request("/ipfs/" + name + "?format=raw"));
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(BLOCK);
            assertThat(answer.headers().firstValue("X-Ipfs-Roots")).contains(name);
        }
        var bad = Cid.of(Cid.Codec.RAW, BAD);
        deny("/ipfs/" + bad + "\n", 3);
        assertThat(status("z" + digits(bad.bytes(), BASE_58)))
                .as("denied in every base")
                .isEqualTo(410);
        Files.delete(denied);
    }

    @Test
    void legalNamesOfWhatCannotBeHereAreNotFound() throws Exception {
        byte[] hash = Arrays.copyOfRange(CID.bytes(), 4, 36);
        byte[] old = ByteBuffer.allocate(34)
                .put((byte) 0x12)
                .put((byte) 32)
                .put(hash)
                .array();
        assertThat(digits(old, BASE_58)).startsWith("Qm");
        assertThat(status(digits(old, BASE_58))).as("version 0").isEqualTo(404);
        assertThat(status(hex(1, 0x70, 0x12, hash))).as("dag-pb").isEqualTo(404);
        assertThat(status(hex(1, 0x55, 0x16, hash))).as("SHA-3").isEqualTo(404);
        assertThat(status("f0155b22020" + HexFormat.of().formatHex(hash)))
                .as("a function of two bytes")
                .isEqualTo(404);
        assertThat(send(request("/ipfs/" + hex(1, 0x70, 0x12, hash) + "?format=raw")
                                .header("Cache-Control", "only-if-cached"))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void whatStandsInItsOwnNameIsAnswered() throws Exception {
        byte[] words = "bonjour".getBytes(StandardCharsets.UTF_8);
        assertThat(send(request("/ipfs/" + hex(1, 0x55, 0, words) + "?format=raw"))
                        .body())
                .isEqualTo(words);
    }

    @Test
    void whatIsNoCidIsBad() throws Exception {
        byte[] hash = Arrays.copyOfRange(CID.bytes(), 4, 36);
        for (String name : List.of(
                "b",
                "f",
                "f01",
                "k",
                "k0",
                "k-1",
                "k" + "A".repeat(50),
                "z0",
                "x" + CID,
                "\u212a" + digits(CID.bytes(), BASE_36).toUpperCase(Locale.ROOT),
                "b" + CID.toString().substring(1).toUpperCase(Locale.ROOT),
                CID.toString().substring(0, 58),
                CID + "a",
                "Qm",
                "Qm" + "1".repeat(44),
                hex(0, 0x70, 0x12, hash),
                hex(2, 0x55, 0x12, hash),
                hex(1, 0x55, 0x12, hash) + "00",
                "f" + "81".repeat(12),
                "f8100551220" + HexFormat.of().formatHex(hash),
                "z" + "1".repeat(400),
                "b" + "a".repeat(3_000))) {
            assertThat(status(name)).as(name).isEqualTo(400);
        }
    }
}
