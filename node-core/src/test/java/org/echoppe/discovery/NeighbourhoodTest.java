package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.WaitingAgenda;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is believed of a network where anybody may say anything: little, and not for long. */
class NeighbourhoodTest {
    private static final InetAddress CARD = InetAddress.ofLiteral("192.168.1.20");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.168.1.31");

    private final AdjustableClock clock = new AdjustableClock();
    private final WaitingAgenda agenda = new WaitingAgenda();
    private final FakeLocalNetwork network = new FakeLocalNetwork();
    private final Neighbourhood neighbourhood = new Neighbourhood(network, did(0), agenda, clock);

    @Test
    void aShopIsSeenWithItsNameAndWhereItIs() {
        neighbourhood.look();
        hear("a", did(1), "Fromagerie du Marché", 8444, THERE);
        assertThat(neighbourhood.look())
                .containsExactly(
                        new Neighbour(did(1), "Fromagerie du Marché", List.of(new Endpoint("192.168.1.31", 8444))));
        assertThat(neighbourhood.knows(did(1), new Endpoint("192.168.1.31", 8444)))
                .isTrue();
        assertThat(neighbourhood.knows(did(2), new Endpoint("192.168.1.31", 8444)))
                .isFalse();
    }

    @Test
    void itIsListenedToWhileSomebodyLooks() {
        neighbourhood.start();
        agenda.runNext();
        assertThat(network.ear).as("nobody looks").isNull();
        neighbourhood.look();
        assertThat(network.ear).isNotNull();
        clock.pass(Neighbourhood.LOOK.plusSeconds(1));
        agenda.runNext();
        assertThat(network.ear).as("nobody has looked for a while").isNull();
    }

    @Test
    void whoAnnouncesItselfIsHeardOfAndListensOnUntilTheEnd() {
        neighbourhood.start();
        neighbourhood.announce(did(0), "Boulangerie", 8444);
        assertThat(network.own).isEqualTo(new LocalNetwork.Word(did(0), "Boulangerie", 8444));
        clock.pass(Neighbourhood.LOOK.plusSeconds(1));
        agenda.runNext();
        assertThat(network.ear).isNotNull();
        neighbourhood.close();
        assertThat(network.closed).isTrue();
    }

    @Test
    void aNameShowsNothingThatItDoesNotSay() {
        neighbourhood.look();
        hear("a", did(1), "Bou\u202elangerie\u0007\nSuite", 8444, THERE);
        hear("b", did(2), "é".repeat(500), 8444, THERE);
        hear("c", did(3), null, 8444, THERE);
        assertThat(neighbourhood.look())
                .extracting(Neighbour::name)
                .containsExactly("", "Boulangerie Suite", "é".repeat(Sightings.MOST_NAME - 1) + "…");
    }

    @Test
    void whatIsNoShopOrLeadsElsewhereIsNotShown() {
        neighbourhood.look();
        hear("self", did(0), "Moi", 8444, THERE);
        network.say(new Sighting(CARD, "no key", "did:key:zDnarbitrary", "Personne", 8444, List.of(THERE)));
        network.say(new Sighting(CARD, "none", null, "Personne", 8444, List.of(THERE)));
        hear("no port", did(1), "Sans port", 0, THERE);
        hear("no address", did(2), "Nulle part", 8444);
        hear("this computer", did(3), "Ici", 8444, InetAddress.ofLiteral("127.0.0.1"));
        hear("everywhere", did(4), "Partout", 8444, InetAddress.ofLiteral("0.0.0.0"));
        hear("many", did(5), "Tous", 8444, InetAddress.ofLiteral("224.0.0.251"));
        hear("card", did(6), "Carte", 8444, InetAddress.ofLiteral("fe80::1"));
        assertThat(neighbourhood.look()).isEmpty();
    }

    @Test
    void aShopAtTwoCardsIsOneAndAShoutingNetworkFillsNothing() {
        neighbourhood.look();
        hear("a", did(1), "Fromagerie", 8444, THERE);
        hear("b", did(1), "Fromagerie", 8444, InetAddress.ofLiteral("192.168.7.31"));
        assertThat(neighbourhood.look())
                .singleElement()
                .satisfies(one -> assertThat(one.endpoints()).hasSize(2));
        for (int i = 2; i < 200; i++) {
            hear("x" + i, did(i), "Cri " + i, 8444, THERE);
        }
        assertThat(neighbourhood.look()).hasSize(Sightings.MOST - 1);
    }

    @Test
    void whoLeavesOrTakesItsWordBackIsGone() {
        neighbourhood.look();
        hear("a", did(1), "Fromagerie", 8444, THERE);
        hear("b", did(2), "Librairie", 8444, THERE);
        hear("c", did(3), "Cave", 8444, THERE);
        network.gone(CARD, "a");
        hear("b", did(2), "Librairie", 0, THERE);
        assertThat(neighbourhood.look()).extracting(Neighbour::name).containsExactly("Cave");
        network.lost(CARD);
        assertThat(neighbourhood.look()).isEmpty();
    }

    private void hear(String instance, Did did, @Nullable String name, int port, InetAddress... addresses) {
        network.say(new Sighting(CARD, instance, did.value(), name, port, Arrays.asList(addresses)));
    }

    private static Did did(int number) {
        var point = new byte[33];
        point[0] = 2;
        point[32] = (byte) (number + 1);
        return Did.of(point);
    }

    /** Says what a test wants to be heard. */
    private static final class FakeLocalNetwork implements LocalNetwork {
        @Nullable
        Word own;

        @Nullable
        Ear ear;

        boolean closed;

        @Override
        public void keep(@Nullable Word now, @Nullable Ear listening) {
            own = now;
            ear = listening;
        }

        private Ear listening() {
            return java.util.Objects.requireNonNull(ear);
        }

        void say(Sighting sighting) {
            listening().heard(sighting);
        }

        void gone(InetAddress card, String instance) {
            listening().gone(card, instance);
        }

        void lost(InetAddress card) {
            listening().lost(card);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
