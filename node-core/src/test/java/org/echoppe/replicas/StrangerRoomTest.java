package org.echoppe.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.repo.Repositories;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.Database;
import org.echoppe.store.RepoStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangerRoomTest {
    private static Sender stranger(String from) {
        return Sender.silent(new TestSigner().did(), AddressPrefix.of(InetAddress.ofLiteral(from)));
    }

    @Test
    void aNetworkBringsItsShareWhateverItsNodesCallThemselves(@TempDir Path home) {
        try (var database = Database.open(home, new byte[32], Clock.systemUTC())) {
            var rules = new ReplicaRules(
                    new TestSigner().did(), _ -> false, _ -> false, _ -> false, () -> StrangerLimits.USUAL);
            var room = new StrangerRoom(new RepoStore(database), rules);
            for (int i = 0; i < StrangerRoom.MOST_OF_NETWORK; i++) {
                assertThat(room.takes(stranger("93.184.216." + i), 1)).isTrue();
            }
            assertThat(room.takes(stranger("93.184.216.7"), 1)).isFalse();
            assertThat(room.takes(stranger("93.184.217.7"), 1)).isTrue();
            var added = Sender.silent(new TestSigner().did(), null);
            for (int i = 0; i <= StrangerRoom.MOST_OF_NETWORK; i++) {
                assertThat(room.takes(added, 1)).as("the operator's own peer").isTrue();
            }
        }
    }

    @Test
    void manySmallShopsCannotGrowPastWhatStrangersMayTakeTogether(@TempDir Path home) throws Exception {
        var limits = new StrangerLimits(1, StrangerLimits.LEAST_TOGETHER);
        var rules = new ReplicaRules(new TestSigner().did(), _ -> false, _ -> false, _ -> false, () -> limits);
        try (var database = Database.open(home, new byte[32], Clock.systemUTC())) {
            var store = new RepoStore(database);
            store.apply(Repositories.first(new TestSigner(), 50), null);
            var room = new StrangerRoom(store, rules);
            long held = store.heads(null, 1).getFirst().bytes();
            assertThat(room.grows(-5)).isTrue();
            assertThat(room.grows(limits.togetherBytes() - held + 1)).isFalse();
            assertThat(room.grows(limits.togetherBytes() - held)).isTrue();
        }
    }
}
