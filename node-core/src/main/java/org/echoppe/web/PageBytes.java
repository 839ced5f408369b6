package org.echoppe.web;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page while it is made, in UTF-8, in one piece of memory: hundreds of short texts go into it without becoming objects. */
final class PageBytes implements TemplateOutput {
    private static final int USUAL = 40_000;
    /** From here on the JDK's own way, which takes many letters at once, is quicker than one by one. */
    private static final int LONG = 64;

    private static final int MOST_A_LETTER = 3;

    private byte[] bytes = new byte[USUAL];
    private int size;

    @Override
    public void writeContent(String text) {
        if (text.length() >= LONG) {
            writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
        } else {
            writeContent(text, 0, text.length());
        }
    }

    @Override
    public void writeContent(String text, int from, int to) {
        room((to - from) * MOST_A_LETTER);
        int at = size;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | (c >> 6));
                bytes[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                size = at;
                // pairs, and what is half of one, as the JDK does it
                writeBinaryContent(text.substring(i, to).getBytes(StandardCharsets.UTF_8));
                return;
            } else {
                bytes[at++] = (byte) (0xE0 | (c >> 12));
                bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        size = at;
    }

    @Override
    public void writeBinaryContent(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
