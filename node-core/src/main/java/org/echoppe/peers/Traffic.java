package org.echoppe.peers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** Bytes that came in and went out since the node started. Safe for many threads. */
public final class Traffic {
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();

    /** So much of it until now. */
    public record Sum(long in, long out) {
        public Sum plus(Sum other) {
            return new Sum(in + other.in, out + other.out);
        }
    }

    public void came(long bytes) {
        in.add(bytes);
    }

    public void went(long bytes) {
        out.add(bytes);
    }

    public Sum sum() {
        return new Sum(in.sum(), out.sum());
    }

    /** The stream, with what is read from it counted as come in. */
    InputStream counted(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                came(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int got = super.read(into, from, length);
                came(Math.max(0, got));
                return got;
            }
        };
    }
}
