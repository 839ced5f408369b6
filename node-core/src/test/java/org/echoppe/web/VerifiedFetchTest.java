package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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
            var asked = new AtomicInteger();
            var liar = liar(picture, asked);
            try {
                var answers = JsonMapper.shared()
                        .readTree(scripts.run(
                                "picture.mjs",
                                cid,
                                one.address(),
                                other.address(),
                                "http://127.0.0.1:" + liar.getAddress().getPort()));
                var hash = java.util.HexFormat.of().formatHex(Sha256.of(picture));
                for (int i = 0; i < 2; i++) {
                    assertThat(answers.get(i).path("sha256").asString("")).isEqualTo(hash);
                    assertThat(answers.get(i).get("length").asInt()).isEqualTo(picture.length);
                }
                assertThat(answers.get(2).has("refused")).as("%s", answers).isTrue();
                assertThat(asked).hasPositiveValue();
            } finally {
                liar.stop(0);
            }
        }
    }

    /** A gateway like any other, but for one bit. */
    private static HttpServer liar(byte[] picture, AtomicInteger asked) throws IOException {
        byte[] other = picture.clone();
        other[other.length / 2] ^= 1;
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ipfs/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.ipld.raw");
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
            exchange.close();
        });
        server.start();
        return server;
    }
}
