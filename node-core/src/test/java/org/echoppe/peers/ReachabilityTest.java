package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.peers.Reachability.Standing;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AdjustableClock clock = new AdjustableClock();

    private final Reachability reachability = new Reachability(clock);

    @Test
    void oneFailureIsNoAbsenceTwoAre() {
        var did = new TestSigner().did();
        var told = new ArrayList<Standing>();
        reachability.onChange((_, state) -> told.add(state.standing()));
        reachability.answered(did);
        clock.pass(Duration.ofSeconds(5));
        reachability.failed(did);
        assertThat(reachability.of(did).reachable()).isTrue();
        reachability.failed(did);
        assertThat(reachability.of(did).reachable()).isFalse();
        assertThat(reachability.awaySince(did)).contains(NOON);
        reachability.answered(did);
        assertThat(reachability.awaySince(did)).isEmpty();
        assertThat(told).containsExactly(Standing.ANSWERS, Standing.AWAY, Standing.ANSWERS);
    }

    @Test
    void anotherKeyIsAnAbsenceAtOnce() {
        var did = new TestSigner().did();
        reachability.answered(did);
        reachability.anotherAnswered(did);
        assertThat(reachability.of(did).standing()).isEqualTo(Standing.ANOTHER_ANSWERS);
    }

    @Test
    void whatAnEarlierLifeKnewIsAnAbsenceSinceThen() {
        var did = new TestSigner().did();
        reachability.remembered(did, NOON.minusSeconds(60));
        assertThat(reachability.awaySince(did)).contains(NOON.minusSeconds(60));
    }
}
