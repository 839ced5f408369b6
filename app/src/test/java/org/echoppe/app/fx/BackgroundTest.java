package org.echoppe.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    /** Work waits here until the test lets it go. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final Background background = new Background(waiting::add, Runnable::run);

    @Test
    void onlyTheLastQuestionOfALaneIsAnswered() {
        var heard = new ArrayList<String>();
        var lane = background.lane();
        lane.run(() -> "p", heard::add, trouble -> {});
        lane.run(() -> "pa", heard::add, trouble -> {});
        lane.run(() -> "pain", heard::add, trouble -> {});
        waiting.forEach(Runnable::run);
        assertThat(heard).containsExactly("pain");
    }

    @Test
    void anOvertakenQuestionIsNotWorkedOn() {
        var worked = new ArrayList<String>();
        var heard = new ArrayList<String>();
        var lane = background.lane();
        lane.run(() -> worked.add("p"), done -> heard.add("p"), trouble -> heard.add("trouble"));
        lane.run(
                overtaken -> {
                    worked.add("pa");
                    lane.run(() -> worked.add("pain"), done -> heard.add("pain"), trouble -> heard.add("trouble"));
                    if (overtaken.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return worked.add("pa to its end");
                },
                done -> heard.add("pa"),
                trouble -> heard.add("trouble"));
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(worked).containsExactly("pa", "pain");
        assertThat(heard).containsExactly("pain");
    }

    @Test
    void aRefusalBecomesItsSentence() {
        var troubles = new ArrayList<Trouble>();
        background.run(
                () -> {
                    throw Rejected.because(Fault.DISK_FULL);
                },
                done -> {},
                troubles::add);
        waiting.remove().run();
        assertThat(troubles)
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.sentence(Language.FR)).startsWith("Le disque est plein"));
    }

    @Test
    void theSameDefectKeepsItsCode() {
        var troubles = new ArrayList<Trouble>();
        for (int i = 0; i < 3; i++) {
            background.run(BackgroundTest::defect, done -> {}, troubles::add);
        }
        waiting.forEach(Runnable::run);
        assertThat(troubles).hasSize(3).allMatch(trouble -> trouble.equals(troubles.getFirst()));
        assertThat(troubles.getFirst().sentence(Language.EN)).contains("note the code");
    }

    private static String defect() {
        throw new IllegalStateException("made on purpose");
    }
}
