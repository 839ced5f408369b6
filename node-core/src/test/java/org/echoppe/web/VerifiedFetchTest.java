package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The pictures of listings in the eyes of another program: the JavaScript package @helia/verified-fetch. */
class VerifiedFetchTest {
    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @Test
    void itFetchesAListingsPictureByCidFromTwoNodesAndRefusesItFromOneThatFlipsABit() throws Exception {
        var scripts = NodeScripts.installed("ipfs");
        try (var one = new FakeWeb(first);
                var other = new FakeWeb(second)) {
            one.market.filled();
            var record = one.json("/api/v1/listings?q=tilleuls").at("/listings/0/record");
            var cid = record.at("/images/0/blob/ref/$link").asString();
            byte[] picture = one.blobs.get(Cid.parse(cid)).orElseThrow();
            other.blobs.put(picture);
            byte[] flipped = picture.clone();
            flipped[flipped.length / 2] ^= 1;
            try (var honest = new Gateway(200, picture);
                    var liar = new Gateway(200, flipped);
                    var empty = new Gateway(404, new byte[0])) {
                var answers = JsonMapper.shared()
                        .readTree(scripts.run(
                                "picture.mjs",
                                cid,
                                one.address(),
                                other.address(),
                                honest.address(),
                                liar.address(),
                                empty.address()));
                var hash = HexFormat.of().formatHex(Sha256.of(picture));
                for (int i = 0; i < 3; i++) {
                    assertThat(answers.get(i).path("sha256").asString("")).isEqualTo(hash);
                    assertThat(answers.get(i).get("length").asInt()).isEqualTo(picture.length);
                }
                assertThat(answers.get(3).has("refused")).isTrue();
                assertThat(answers.get(3).path("reasons").toString())
                        .as("for its bytes, not because it was slow or had none")
                        .contains("InvalidMultihashError")
                        .doesNotContain("TimeoutError", "AbortError");
                assertThat(liar.asked).hasPositiveValue();
                assertThat(answers.get(4).has("refused")).isTrue();
                assertThat(answers.get(4).path("reasons").toString())
                        .as("an absence is another reason")
                        .contains("404")
                        .doesNotContain("InvalidMultihashError");
            }
        }
    }

    /** A gateway that gives the same answer to everybody. */
    private static final class Gateway implements AutoCloseable {
        private final AtomicInteger asked = new AtomicInteger();
        private final HttpServer server;

        Gateway(int status, byte[] bytes) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/ipfs/", exchange -> {
                asked.incrementAndGet();
                exchange.getResponseHeaders().set("Content-Type", "application/vnd.ipld.raw");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
