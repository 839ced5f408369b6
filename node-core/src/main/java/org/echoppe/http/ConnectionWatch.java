package org.echoppe.http;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes lines that are held for nothing. Jetty keeps a caller who sends a byte now and then for ever (notes: 300 of 300
 * slow-header clients stayed), so the whole handshake and first header have a deadline here, as have each request and the
 * pause between two; and one address opens only so many.
 */
final class ConnectionWatch extends Handler.Wrapper {
    private static final Duration FIRST_REQUEST = Duration.ofSeconds(15);
    /** Longer than Jetty's own idle limit, which counts bytes: this one counts requests. */
    private static final Duration PAUSE = Duration.ofSeconds(90);

    private static final int SWEEP_MILLIS = 500;

    private final int perAddress;
    private final Function<String, Duration> requestLimit;
    private final Map<SocketAddress, Line> lines = new ConcurrentHashMap<>();
    /** By the connection that opened the line, whose end is the line's end. */
    private final Map<Connection, Line> firstOf = new ConcurrentHashMap<>();

    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connection-watch").factory());

    ConnectionWatch(int perAddress, Function<String, Duration> requestLimit) {
        this.perAddress = perAddress;
        this.requestLimit = requestLimit;
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stopWatching() {
        sweeper.shutdownNow();
    }

    /** What the connector tells of its connections. A line is several to Jetty: TLS, then ALPN, then HTTP. */
    Connection.Listener listener() {
        return new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                opened(connection);
            }

            @Override
            public void onClosed(Connection connection) {
                closed(connection);
            }
        };
    }

    private void opened(Connection connection) {
        var remote = connection.getEndPoint().getRemoteSocketAddress();
        if (remote == null) {
            return;
        }
        var line = new Line(connection, remote, FIRST_REQUEST);
        if (lines.putIfAbsent(remote, line) != null) {
            return;
        }
        firstOf.put(connection, line);
        if (addresses.merge(CallerAddress.of(remote), 1, Integer::sum) > perAddress) {
            line.cut();
        }
    }

    private void closed(Connection connection) {
        var line = firstOf.remove(connection);
        if (line != null && lines.remove(line.remote, line)) {
            forget(line.remote);
        }
    }

    private void forget(SocketAddress remote) {
        addresses.computeIfPresent(CallerAddress.of(remote), (_, count) -> count > 1 ? count - 1 : null);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var remote =
                request.getConnectionMetaData().getConnection().getEndPoint().getRemoteSocketAddress();
        var line = remote == null ? null : lines.get(remote);
        if (line != null) {
            line.begins(request, requestLimit.apply(Request.getPathInContext(request)));
            Request.addCompletionListener(request, _ -> line.ends(request, PAUSE));
        }
        return super.handle(request, response, callback);
    }

    private void sweep() {
        long now = System.nanoTime();
        lines.values().stream().filter(line -> line.overdue(now)).forEach(Line::cut);
    }
}
