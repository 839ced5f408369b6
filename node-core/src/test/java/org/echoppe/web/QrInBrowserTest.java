package org.echoppe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.echoppe.NodeScripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The transfer's QR code that a shopper's browser draws, read by ZXing. */
class QrInBrowserTest {
    /** What fits into version 13 with error correction M: the most that EPC069-12 allows. */
    private static final int MOST = 331;

    @TempDir
    private Path folder;

    @Test
    void aBanksCameraReadsWhatTheBrowserDraws() throws Exception {
        var json = new JsonMapper();
        var texts = new ArrayList<>(
                List.of("BCD\n002\n1\nSCT\n\nÉpicerie du Quai\nFR7630006000011234567890189\nEUR16.40\n\n\nA-17", "x"));
        var random = new Random(69_012);
        for (int length = 5; length <= MOST; length += 7) {
            texts.add(random.ints(length, 32, 127)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        texts.add("y".repeat(MOST));
        texts.add("z".repeat(MOST + 1));
        var file = folder.resolve("texts.json");
        Files.writeString(file, json.writeValueAsString(texts));
        var code = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main/js/qr.js");
        var drawn = json.readTree(NodeScripts.installed("checkout").run("qr.mjs", code, file));
        for (int i = 0; i < texts.size() - 1; i++) {
            var modules = json.treeToValue(drawn.get(i), boolean[][].class);
            var read = new Decoder().decode(modules);
            assertThat(read.getECLevel()).isEqualTo("M");
            assertThat(new String(read.getByteSegments().getFirst(), UTF_8)).isEqualTo(texts.get(i));
        }
        assertThat(drawn.get(texts.size() - 1).isNull())
                .as("too long for a version 13")
                .isTrue();
    }
}
