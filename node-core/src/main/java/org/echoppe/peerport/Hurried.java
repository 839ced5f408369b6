package org.echoppe.peerport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that has to come at {@value #LEAST} bytes a second, once it had {@link #START} to begin; only waiting counts. */
final class Hurried extends FilterInputStream {
    static final int LEAST = 32 * 1024;
    static final Duration START = Duration.ofSeconds(10);

    /** Dribbled, so that its place is given to somebody else. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("less than " + LEAST + " bytes a second");
        }
    }

    private final LongSupplier nanos;
    private long waited;
    private long bytes;

    Hurried(InputStream in) {
        this(in, System::nanoTime);
    }

    Hurried(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long before = nanos.getAsLong();
        int got = super.read(into, from, length);
        waited += nanos.getAsLong() - before;
        bytes += Math.max(0, got);
        double late = (waited - START.toNanos()) / 1e9;
        if (got >= 0 && late > 0 && bytes < late * LEAST) {
            throw new TooSlow();
        }
        return got;
    }
}
