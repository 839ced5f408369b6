package org.echoppe.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;

/** Opens what {@link SealedOutput} sealed. Whatever it gives is as it was written; an end that is missing is no end. */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final Chunks chunks;
    private byte[] open = new byte[0];
    private int at;
    private boolean ended;

    SealedInput(InputStream in, Chunks chunks) {
        this.in = new PushbackInputStream(in);
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == open.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int given = Math.min(length, open.length - at);
        System.arraycopy(open, at, bytes, from, given);
        at += given;
        return given;
    }

    /** @throws NotThisKey when it was sealed under another key, or is not what was sealed */
    private void next() throws IOException {
        byte[] sealed = in.readNBytes(Chunks.LENGTH + Chunks.TAG);
        int after = in.read();
        if (after >= 0) {
            in.unread(after);
        }
        try {
            open = chunks.open(sealed, sealed.length, after < 0);
            at = 0;
            ended = after < 0;
        } catch (GeneralSecurityException e) {
            throw new NotThisKey(e);
        }
    }

    /** A chunk does not open. */
    static final class NotThisKey extends IOException {
        private static final long serialVersionUID = 1L;

        NotThisKey(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
