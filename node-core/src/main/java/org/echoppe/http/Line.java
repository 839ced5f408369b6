package org.echoppe.http;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/** One caller's connection: by when its next request has to arrive, or those under way to be done. */
final class Line {
    private final Connection connection;
    final SocketAddress remote;
    private final Map<Request, Long> underWay = new ConcurrentHashMap<>();
    private volatile long nextBy;

    Line(Connection connection, SocketAddress remote, Duration firstRequest) {
        this.connection = connection;
        this.remote = remote;
        this.nextBy = System.nanoTime() + firstRequest.toNanos();
    }

    void begins(Request request, Duration limit) {
        underWay.put(request, System.nanoTime() + limit.toNanos());
    }

    void ends(Request request, Duration pause) {
        nextBy = System.nanoTime() + pause.toNanos();
        underWay.remove(request);
    }

    boolean overdue(long now) {
        return underWay.isEmpty()
                ? now - nextBy > 0
                : underWay.values().stream().anyMatch(deadline -> now - deadline > 0);
    }

    void cut() {
        connection.getEndPoint().close();
    }
}
