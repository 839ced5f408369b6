package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.store.PeerSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that was seen on the own network is added like any other: by the key that answers, and unverified until compared. */
class NeighbourTest {
    private static final Did ANOTHER = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");

    @TempDir
    Path folder;

    @Test
    void whoWasSeenIsAddedByTheKeyThatAnswersAndByNoOther() {
        try (var one = TestNode.open(folder.resolve("one"));
                var two = TestNode.open(folder.resolve("two"))) {
            assertThatThrownBy(() -> one.peers.addNeighbour(two.endpoint(), ANOTHER, true))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.problems())
                                    .extracting(Problem::fault)
                                    .containsExactly(Fault.PEER_IS_ANOTHER));
            assertThat(one.peers.all()).isEmpty();

            var added = one.peers.addNeighbour(two.endpoint(), two.did(), false);
            assertThat(added.row().source()).isEqualTo(PeerSource.LAN);
            assertThat(added.row().standing().verified()).isFalse();

            one.peers.addNeighbour(two.endpoint(), two.did(), true);
            assertThat(one.peers.known(two.did()).orElseThrow().row().standing().verified())
                    .isTrue();
        }
    }
}
