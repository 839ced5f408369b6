package org.echoppe.peers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body, bounded: bytes are counted after decompression and on the wire, an endless or dripping stream ends with
 * the deadline.
 */
final class Body extends InputStream {
    /** Passed a limit, or compressed in a way nobody asked for: no answer of an honest node. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private final InputStream in;
    private final InputStream raw;
    private final HttpResponse<InputStream> response;
    private final long limit;
    private final ScheduledFuture<?> deadline;
    private volatile boolean late;
    private long count;

    private Body(
            HttpResponse<InputStream> response, boolean gzip, long limit, ScheduledExecutorService timer, Duration time)
            throws IOException {
        this.response = response;
        this.raw = response.body();
        this.limit = limit;
        this.deadline = timer.schedule(this::cut, time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            this.in = gzip ? new GZIPInputStream(new Counted(raw, limit + 1024), 64 * 1024) : raw;
        } catch (IOException e) {
            deadline.cancel(false);
            raw.close();
            throw e;
        }
    }

    /** @param time for the whole body */
    static Body of(HttpResponse<InputStream> response, long limit, ScheduledExecutorService timer, Duration time)
            throws IOException {
        var length = response.headers().firstValueAsLong("Content-Length");
        var encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        boolean gzip = encoding.equals("gzip");
        if (length.isPresent() && length.getAsLong() > limit) {
            response.body().close();
            throw new Refused("an answer of " + length.getAsLong() + " bytes, at most " + limit + " were expected");
        }
        if (!gzip && !encoding.equals("identity")) {
            response.body().close();
            throw new Refused("an answer compressed as " + encoding);
        }
        return new Body(response, gzip, limit, timer, time);
    }

    /** What was read of it, with where and when it was answered: doors are dialled by IP address, and nothing redirects. */
    <T> Answer<T> answer(T content) {
        var sent = response.headers().firstValue("Date").map(Body::date).orElse(null);
        return new Answer<>(content, from(response), sent);
    }

    static InetAddress from(HttpResponse<?> response) {
        var host = response.uri().getHost();
        return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    private static @Nullable Instant date(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** All of it. */
    byte[] bytes() throws IOException {
        return readNBytes(Integer.MAX_VALUE);
    }

    private void cut() {
        late = true;
        try {
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got;
        try {
            got = in.read(into, from, length);
        } catch (ZipException e) {
            throw new Refused("not gzip: " + e.getMessage());
        } catch (IOException e) {
            throw late ? new Refused("the answer did not end in time") : e;
        }
        if (late) {
            throw new Refused("the answer did not end in time");
        }
        count += Math.max(0, got);
        if (count > limit) {
            throw new Refused("an answer of more than " + limit + " bytes");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        deadline.cancel(false);
        raw.close();
    }

    /** Counts what comes over the wire: compressed nothings can be as endless as anything else. */
    private static final class Counted extends FilterInputStream {
        private final long limit;
        private long count;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return counted(one, one < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            return counted(got, Math.max(0, got));
        }

        private int counted(int result, int bytes) throws IOException {
            count += bytes;
            if (count > limit) {
                throw new Refused("an answer of more than " + limit + " bytes, compressed");
            }
            return result;
        }
    }
}
