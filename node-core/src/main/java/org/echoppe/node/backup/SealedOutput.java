package org.echoppe.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals what is written to it, see {@link Chunks}. Only what was closed can be opened. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Chunks chunks;
    private final byte[] waiting = new byte[Chunks.LENGTH];
    private int count;
    private boolean closed;

    SealedOutput(OutputStream out, Chunks chunks) {
        this.out = out;
        this.chunks = chunks;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (count == waiting.length) {
                seal(false);
            }
            int taken = Math.min(left, waiting.length - count);
            System.arraycopy(bytes, at, waiting, count, taken);
            count += taken;
            at += taken;
            left -= taken;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(chunks.seal(waiting, count, last));
            count = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            out.close();
        }
    }
}
