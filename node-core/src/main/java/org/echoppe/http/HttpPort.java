package org.echoppe.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.util.function.Consumer;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.Traffic;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening port. Every request runs on a virtual thread of its own; errors are answered as problem+json; closing lets
 * the requests under way finish for {@value #STOP_MILLIS} ms, then cuts their lines. It never fails.
 */
public final class HttpPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final int STOP_MILLIS = 2_000;
    private static final int HEADER_BYTES = 8 * 1024;

    private final Javalin javalin;
    private final ConnectionWatch watch;
    private final Traffic traffic;

    private HttpPort(Javalin javalin, ConnectionWatch watch, Traffic traffic) {
        this.javalin = javalin;
        this.watch = watch;
        this.traffic = traffic;
    }

    /**
     * Opens the port.
     *
     * @param routes adds the routes; the rest of the configuration is done
     * @throws Rejected {@link Fault#PORT_TAKEN}
     */
    public static HttpPort open(PortSettings settings, Consumer<JavalinConfig> routes) {
        return open(settings, _ -> {}, routes);
    }

    /**
     * As {@link #open(PortSettings, Consumer)}.
     *
     * @param nameless is told the address of each caller that showed no certificate although one is demanded
     */
    public static HttpPort open(PortSettings settings, Consumer<InetAddress> nameless, Consumer<JavalinConfig> routes) {
        var watch = new ConnectionWatch(settings.connectionsPerAddress(), settings.requestLimit());
        var traffic = new Traffic();
        var javalin = Javalin.create(config -> {
            listen(config, settings, nameless, watch, traffic);
            ProblemJson.answerErrors(config.routes);
            routes.accept(config);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            watch.stopWatching();
            throw Rejected.because(Fault.PORT_TAKEN, Integer.toString(settings.port()));
        }
        return new HttpPort(javalin, watch, traffic);
    }

    private static void listen(
            JavalinConfig config,
            PortSettings settings,
            Consumer<InetAddress> nameless,
            ConnectionWatch watch,
            Traffic traffic) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = settings.maxBody();
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson3());
        config.jetty.modifyHttpConfiguration(HttpPort::bound);
        config.jetty.addConnector((server, http) -> Connectors.of(server, http, settings, nameless, watch, traffic));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setStopAtShutdown(false);
            server.setErrorHandler(new BareErrors());
            server.setHandler(new GracefulHandler(watch));
        });
    }

    private static void bound(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(false); // dated by our own clock, see ProblemJson and the routes
        http.setRequestHeaderSize(HEADER_BYTES);
    }

    /** The port that is really listened on. */
    public int port() {
        return javalin.port();
    }

    /** Bytes on its lines since it was opened, encryption included. */
    public Traffic.Sum traffic() {
        return traffic.sum();
    }

    @Override
    public void close() {
        int port = port();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.info("requests under way on port {} were cut off: {}", port, e.getMessage());
        } finally {
            watch.stopWatching();
        }
    }
}
