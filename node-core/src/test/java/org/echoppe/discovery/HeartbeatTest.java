package org.echoppe.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Did;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Reachability;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
    private static final Did PEER = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Agenda agenda = new Agenda() {
        @Override
        public void soon(Runnable work) {
            waiting.add(work);
        }

        @Override
        public void after(Duration delay, Runnable work) {
            waiting.add(work);
        }
    };

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
        assertThatThrownBy(() -> waiting.remove().run()).isInstanceOf(IllegalStateException.class);
        waiting.remove().run();
        assertThat(calls).hasValue(2);
        assertThat(waiting).hasSize(1);
    }
}
