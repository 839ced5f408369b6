package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final WaitingAgenda agenda = new WaitingAgenda();

    @Test
    void whatIsDoneAgainAndAgainOutlivesAFailure() {
        var times = new AtomicInteger();
        agenda.every(() -> Duration.ofMinutes(1), () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is full");
            }
        });
        assertThatThrownBy(() -> agenda.runNext()).isInstanceOf(IllegalStateException.class);
        agenda.runNext();
        assertThat(times).hasValue(2);
        assertThat(agenda.size()).as("and once more").isEqualTo(1);
    }
}
