package org.echoppe.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Whether a JPEG is there to its end: decoders paint what is missing grey, and say nothing. */
final class JpegEnd {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;

    private JpegEnd() {}

    static boolean isThere(byte[] jpeg) {
        int scan = scan(jpeg);
        if (scan < 0) {
            return true; // the decoder finds out
        }
        for (int i = jpeg.length - 2; i >= scan; i--) {
            // what was packed never holds these two bytes in a row
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == END) {
                return true;
            }
        }
        return false;
    }

    /** Where the pixels begin: a small picture inside the head has an end of its own. */
    private static int scan(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg).position(2);
            while (true) {
                int marker = Short.toUnsignedInt(bytes.getShort()) & 0xff;
                int length = Short.toUnsignedInt(bytes.getShort());
                if (marker == START_OF_SCAN) {
                    return bytes.position();
                }
                bytes.position(bytes.position() + length - 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return -1;
        }
    }
}
