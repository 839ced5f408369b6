package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.echoppe.domain.Did;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;

class PeerClocksTest {
    private final AdjustableClock clock = new AdjustableClock();
    private final PeerClocks clocks = new PeerClocks(clock);

    private Did given(Duration ahead) {
        return heard(ahead, true, "127.0.0.1");
    }

    private void stranger(Duration ahead, String from) {
        heard(ahead, false, from);
    }

    private Did heard(Duration ahead, boolean given, String from) {
        var did = new TestSigner().did();
        clocks.heard(did, clock.instant().plus(ahead), given, InetAddress.ofLiteral(from));
        return did;
    }

    @Test
    void theClockIsWrongWhenTheOperatorsOwnPeersSaySo() {
        given(Duration.ofHours(1));
        assertThat(clocks.isWrong()).as("one voice is none").isFalse();
        given(Duration.ofHours(2));
        assertThat(clocks.isWrong()).isTrue();
        given(Duration.ZERO);
        given(Duration.ZERO);
        assertThat(clocks.isWrong()).isFalse();
    }

    @Test
    void strangersRaiseADoubtAndStopNobody() {
        for (int i = 0; i < 50; i++) {
            stranger(Duration.ofHours(1), "93.184." + i + ".1");
        }
        assertThat(clocks.isWrong()).isFalse();
        assertThat(clocks.isDoubtful()).isTrue();
        given(Duration.ZERO);
        given(Duration.ofSeconds(-3));
        assertThat(clocks.isDoubtful()).isFalse();
    }

    @Test
    void aNetworkOfStrangersHasOneVoice() {
        for (int i = 0; i < 50; i++) {
            stranger(Duration.ofHours(1), "93.184.216." + i);
        }
        assertThat(clocks.isDoubtful()).isFalse();
    }

    @Test
    void whoeverIsGoneOrSilentHasNone() {
        var first = given(Duration.ofHours(1));
        given(Duration.ofHours(1));
        clocks.forget(first);
        assertThat(clocks.isWrong()).isFalse();
        given(Duration.ofHours(1));
        assertThat(clocks.isWrong()).isTrue();
        clock.pass(Duration.ofMinutes(11));
        assertThat(clocks.isWrong()).isFalse();
    }
}
