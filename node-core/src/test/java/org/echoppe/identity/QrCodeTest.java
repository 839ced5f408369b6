package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String TEXT = "https://boutique.example:8444/#did:key:zDnaembgSGUhZULN2Caob4HLJ né à Orléans";

    private final QrCode code = QrCode.of(TEXT);

    @Test
    void aReaderReadsIt() throws Exception {
        assertThat(new Decoder().decode(matrix()).getText()).isEqualTo(TEXT);
    }

    @Test
    void theSvgPathCoversExactlyTheDarkModules() {
        var drawn = new boolean[code.size()][code.size()];
        var run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.svgPath());
        while (run.find()) {
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        }
        assertThat(drawn).isDeepEqualTo(matrix());
    }

    @Test
    void aTerminalShowsItWithItsQuietZone() throws Exception {
        var lines = code.text().lines().toList();
        assertThat(lines).allMatch(line -> line.length() == code.size() + 2 * QrCode.QUIET);
        assertThat(lines.getFirst()).containsOnlyOnce("█".repeat(code.size() + 2 * QrCode.QUIET));
        var read = new boolean[code.size()][code.size()];
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                char c = lines.get((y + QrCode.QUIET) / 2).charAt(x + QrCode.QUIET);
                boolean above = (y + QrCode.QUIET) % 2 == 0;
                read[y][x] = c == ' ' || c == (above ? '▄' : '▀');
            }
        }
        assertThat(new Decoder().decode(read).getText()).isEqualTo(TEXT);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean[][] matrix() {
        var matrix = new boolean[code.size()][code.size()];
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                matrix[y][x] = code.dark(x, y);
            }
        }
        return matrix;
    }
}
