package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.echoppe.peers.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger on the Internet cannot make a node knock at the doors of its own machine and network. */
class NamedAddressesTest {
    private static final Endpoint LOOPBACK_BY_NAME = new Endpoint("localhost", 8444);
    private static final Endpoint ROUTER = new Endpoint("192.168.1.1", 22);

    @TempDir
    Path homes;

    @Test
    void whereANodeIsReachedIsWhereItAnsweredAndNotWhatItsNamesStandFor() {
        var random = new Random(5);
        var time = new SimulatedTime();
        var network = new SimulatedNetwork(random);
        try (var liar = new SimulatedNode(homes.resolve("liar"), 1, time, network, random);
                var typing = new SimulatedNode(homes.resolve("typing"), 2, time, network, random);
                var told = new SimulatedNode(homes.resolve("told"), 3, time, network, random)) {
            List.of(liar, typing, told).forEach(network::add);
            liar.peers.reachableAt(List.of(liar.endpoint(), LOOPBACK_BY_NAME, ROUTER));
            typing.peers.add(liar.endpoint().url(), liar.did());
            told.peers.add(typing.endpoint().url(), typing.did());
            time.pass(Duration.ofMinutes(1));
            for (var node : List.of(typing, told)) {
                assertThat(node.peers.known(liar.did()).orElseThrow().row().endpoints())
                        .startsWith(liar.endpoint().url())
                        .doesNotContain(ROUTER.url());
            }
        }
    }
}
