package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBytesTest {
    /** Of one byte, two, three and four, and halves of pairs, which are no letters. */
    private static final int[] LETTERS = {'a', '<', 'é', 'œ', '€', '\u202f', '’', 0x1F950, 0x10FFFF, 0xD83E, 0xDD50};

    @Test
    void whateverIsWrittenIsThereAsTheJdkWouldWriteIt() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            var page = new PageBytes();
            var text = new StringBuilder();
            for (int part = 0; part < 40; part++) {
                String some = some(random);
                int from = random.nextInt(some.length() + 1);
                int to = from + random.nextInt(some.length() - from + 1);
                page.writeContent(some);
                page.writeContent(some, from, to);
                text.append(plain(some)).append(plain(some.substring(from, to)));
            }
            assertThat(page.toByteArray()).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Written by itself: half a pair at its end is not joined with the next text's beginning. */
    private static String plain(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String some(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(200);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(LETTERS[random.nextInt(random.nextBoolean() ? 2 : LETTERS.length)]);
        }
        return text.toString();
    }
}
