package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.echoppe.domain.Did;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.VirtualAgenda;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of one computer that find each other, where its own network carries multicast; elsewhere it is left out. */
class MulticastDnsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final String GROUP = "224.0.0.251";

    /** Not the port of the trade: other programs of this computer are left in peace. */
    @BeforeAll
    static void aPortOfOurOwn() throws IOException {
        try (var free = new DatagramSocket(0, HERE)) {
            System.setProperty("net.mdns.port", String.valueOf(free.getLocalPort()));
        }
        assumeTrue(carriesMulticast(), "no multicast on this computer's own network");
    }

    @Test
    void twoShopsFindEachOther() {
        try (var agenda = new VirtualAgenda();
                var one = neighbourhood(did(1), agenda);
                var two = neighbourhood(did(2), agenda)) {
            one.announce(did(1), "Boulangerie du Pont", 8444);
            two.announce(did(2), "Fromagerie du Marché", 9444);
            soon(() -> assertThat(two.look())
                    .containsExactly(
                            new Neighbour(did(1), "Boulangerie du Pont", List.of(new Endpoint("127.0.0.1", 8444)))));
            soon(() -> assertThat(one.look()).extracting(Neighbour::name).containsExactly("Fromagerie du Marché"));
        }
    }

    @Test
    @Tag("slow")
    void aShopThatIsCalledSomethingElseNowIsSeenAsThatAndOneThatLeftNoMore() {
        try (var agenda = new VirtualAgenda();
                var two = neighbourhood(did(4), agenda)) {
            try (var one = neighbourhood(did(3), agenda)) {
                one.announce(did(3), "Boulangerie du Pont", 8444);
                soon(() -> assertThat(two.look()).extracting(Neighbour::name).containsExactly("Boulangerie du Pont"));
                one.announce(did(3), "Boulangerie des Quais", 8444);
                soon(() -> assertThat(two.look()).extracting(Neighbour::name).containsExactly("Boulangerie des Quais"));
            }
            soon(() -> assertThat(two.look()).isEmpty());
        }
    }

    private static void soon(ThrowingRunnable seen) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(seen);
    }

    private static Neighbourhood neighbourhood(Did did, VirtualAgenda agenda) {
        var network = new MulticastDns(did, () -> Set.of(HERE));
        return new Neighbourhood(network, did, agenda, Clock.systemUTC());
    }

    private static boolean carriesMulticast() {
        try (var ear = new MulticastSocket(0);
                var mouth = new MulticastSocket()) {
            var card = NetworkInterface.getByInetAddress(HERE);
            ear.joinGroup(new InetSocketAddress(GROUP, 0), card);
            ear.setSoTimeout(1_000);
            mouth.setNetworkInterface(card);
            mouth.send(new DatagramPacket(new byte[1], 1, InetAddress.ofLiteral(GROUP), ear.getLocalPort()));
            ear.receive(new DatagramPacket(new byte[1], 1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Did did(int number) {
        var point = new byte[33];
        point[0] = 2;
        point[32] = (byte) (number + 1);
        return Did.of(point);
    }
}
