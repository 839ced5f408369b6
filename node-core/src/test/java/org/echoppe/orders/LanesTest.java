package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.echoppe.domain.Did;
import org.echoppe.peers.WaitingAgenda;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final WaitingAgenda agenda = new WaitingAgenda();
    private final List<Did> done = new ArrayList<>();

    private static Did did(int number) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[32] = (byte) number;
        return Did.of(point);
    }

    @Test
    void aFewAreServedAtATimeTheOthersInTheirOrderAndEachOnceForManyCalls() {
        var lanes = new Lanes(agenda, 2, done::add);
        for (int i = 1; i <= 4; i++) {
            lanes.call(did(i));
            lanes.call(did(i));
        }
        assertThat(agenda.size()).isEqualTo(2);
        while (agenda.size() > 0) {
            agenda.runNext();
        }
        assertThat(done.subList(0, 2)).containsExactly(did(1), did(2));
        assertThat(done).contains(did(3), did(4)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        var lanes = new Lanes(agenda, 1, did -> {
            done.add(did);
            throw new IllegalStateException("broken");
        });
        lanes.call(did(1));
        lanes.call(did(2));
        for (int i = 0; i < 2; i++) {
            try {
                agenda.runNext();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("broken");
            }
        }
        assertThat(done).containsExactly(did(1), did(2));
    }

    @Test
    void pausesDoubleFromAMinuteToSixHoursWithASpread() {
        var backoff = new Backoff(new Random(1));
        for (int attempts = 0; attempts < 40; attempts++) {
            long usual = Math.min(1L << Math.min(attempts, 20), 360);
            assertThat(backoff.after(attempts))
                    .isBetween(Duration.ofSeconds(usual * 48), Duration.ofSeconds(usual * 72));
        }
        assertThat(backoff.after(3)).isNotEqualTo(backoff.after(3));
    }
}
