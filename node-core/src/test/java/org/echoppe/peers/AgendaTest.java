package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AgendaTest {
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
    void whatIsDoneAgainAndAgainOutlivesAFailure() {
        var times = new AtomicInteger();
        agenda.every(() -> Duration.ofMinutes(1), () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is full");
            }
        });
        assertThatThrownBy(() -> waiting.remove().run()).isInstanceOf(IllegalStateException.class);
        waiting.remove().run();
        assertThat(times).hasValue(2);
        assertThat(waiting).as("and once more").hasSize(1);
    }
}
