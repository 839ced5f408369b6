package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Did;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.WaitingAgenda;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
    private static final Did PEER = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");

    private final WaitingAgenda agenda = new WaitingAgenda();

    @Test
    void aPeerIsCalledAgainWhateverBecameOfTheLastCall() {
        var calls = new AtomicInteger();
        Heartbeat.Call call = _ -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is full");
            }
            return true;
        };
        new Heartbeat(call, new Reachability(CLOCK), agenda, CLOCK, new Random(1)).now(PEER);
        assertThatThrownBy(() -> agenda.runNext()).isInstanceOf(IllegalStateException.class);
        agenda.runNext();
        assertThat(calls).hasValue(2);
        assertThat(agenda.size()).isEqualTo(1);
    }
}
