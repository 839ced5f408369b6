package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network has used up with one question it lacks for another. */
class PeerBudgetTest {
    @Test
    void blocksCostSomethingToo(@TempDir Path homes) throws Exception {
        var still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (var node = TestNode.open(homes.resolve("node"), still);
                var other = TestNode.open(homes.resolve("other"));
                var client = HttpClient.newBuilder()
                        .sslContext(other.tls().client(node.did()))
                        .build()) {
            var introduction = HttpRequest.newBuilder(URI.create(node.url() + "/peer/v1/peers"))
                    .POST(
                            BodyPublishers
                                    .noBody()) // an answer that comes before all of a body is sent cuts the sending off
                    .build();
            int status = 0;
            for (int i = 0; i < 300 && status != 429; i++) {
                status = client.send(introduction, BodyHandlers.discarding()).statusCode();
            }
            assertThat(status).isEqualTo(429);
            var block = HttpRequest.newBuilder(
                            URI.create(node.url() + "/ipfs/" + Cid.of(new byte[] {1}) + "?format=raw"))
                    .build();
            assertThat(client.send(block, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(429);
        }
    }
}
