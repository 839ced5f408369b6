package org.echoppe.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersAndRemarksGoTheirOwnWays() {
        var output = output(false);
        output.line("4,35 €");
        output.remark("attention");
        assertThat(out.toString(UTF_8)).isEqualTo("4,35 €" + System.lineSeparator());
        assertThat(err.toString(UTF_8)).isEqualTo("attention" + System.lineSeparator());
    }

    @Test
    void aPersonSeesABarThatIsGoneBeforeTheNextLine() {
        var output = output(true);
        output.progress("Lecture", 1, 2);
        assertThat(err.toString(UTF_8)).contains("█".repeat(15) + "░".repeat(15) + "  50 %  Lecture");
        output.line("fini");
        assertThat(err.toString(UTF_8)).endsWith("\r\u001b[K");
        assertThat(out.toString(UTF_8)).startsWith("fini");
    }

    @Test
    void aFileIsNotFilledWithBars() {
        var output = output(false);
        for (int i = 0; i <= 1_000; i++) {
            output.progress("Lecture", i, 1_000);
        }
        assertThat(err.toString(UTF_8)).doesNotContain("\r").hasSizeLessThan(100);
    }

    private TerminalOutput output(boolean watched) {
        return new TerminalOutput(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), watched);
    }
}
