package org.echoppe.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.echoppe.http.HttpPort;
import org.echoppe.http.PortSettings;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plain HTTP on a random port of the loopback address, for the owner's own programs. A web page in the owner's browser can reach
 * that port too, so an Origin header and any Host but this one are refused, and the token stands in a file that no page reads.
 * Closing lets the commands under way end where they next report progress, for {@value #STOP_SECONDS} s.
 */
public final class ControlPort implements AutoCloseable {
    static final String COMMANDS = "/control/v1/commands";
    static final String WINDOW = "/control/v1/window";
    static final String STOP = "/control/v1/stop";
    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);
    private static final int STOP_SECONDS = 5;
    private static final int TOKEN_BYTES = 32;
    private static final int MAX_BODY = 1024 * 1024;
    private static final int CONNECTIONS = 64;
    /** A command may be an import of an hour. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Path home;
    private final CommandRunner runner;
    private final @Nullable Runnable showWindow;
    private final @Nullable Runnable stop;
    private final Consumer<String> refusals;
    private final byte[] token;
    private final HttpPort port;
    private final ControlFile file;
    /** One for each command under way: whoever holds them all knows that none is. */
    private final Semaphore places = new Semaphore(CONNECTIONS);

    private volatile boolean closing;

    private ControlPort(
            Path home,
            CommandRunner runner,
            @Nullable Runnable showWindow,
            @Nullable Runnable stop,
            Consumer<String> refusals,
            SecureRandom random) {
        this.home = home;
        this.runner = runner;
        this.showWindow = showWindow;
        this.stop = stop;
        this.refusals = refusals;
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        var text = HexFormat.of().formatHex(secret);
        this.token = ("Bearer " + text).getBytes(US_ASCII);
        this.port = HttpPort.open(
                new PortSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        null,
                        ClientCertificate.NOT_ASKED,
                        MAX_BODY,
                        CONNECTIONS,
                        path -> LONGEST),
                this::routes);
        this.file = new ControlFile(port.port(), text, ProcessHandle.current().pid());
        file.write(home);
    }

    /**
     * @param showWindow what a second start on the same home asks for
     * @param refusals told why a caller was refused
     */
    public static ControlPort open(
            Path home, CommandRunner runner, Runnable showWindow, Consumer<String> refusals, SecureRandom random) {
        return new ControlPort(home, runner, showWindow, null, refusals, random);
    }

    /**
     * As {@link #open}, of a node without a window: a second start is told that there is none, and may ask it to make place.
     *
     * @param stop begins to stop the node, and returns
     */
    public static ControlPort openHeadless(
            Path home, CommandRunner runner, Runnable stop, Consumer<String> refusals, SecureRandom random) {
        return new ControlPort(home, runner, null, stop, refusals, random);
    }

    private void routes(JavalinConfig config) {
        config.routes.before(this::guard);
        config.routes.post(COMMANDS, this::command);
        config.routes.post(WINDOW, ctx -> ask(showWindow, ctx));
        config.routes.post(STOP, ctx -> ask(stop, ctx));
    }

    private static void ask(@Nullable Runnable wish, Context ctx) {
        if (wish == null) {
            ctx.status(HttpStatus.CONFLICT);
        } else {
            wish.run();
            ctx.status(HttpStatus.NO_CONTENT);
        }
    }

    private void guard(Context ctx) {
        var host = ctx.header("Host");
        var given = ctx.header("Authorization");
        String reason = null;
        if (ctx.header("Origin") != null) {
            reason = "an Origin header";
        } else if (!("127.0.0.1:" + port.port()).equals(host) && !("localhost:" + port.port()).equals(host)) {
            reason = "a foreign Host";
        } else if (given == null || !MessageDigest.isEqual(given.getBytes(US_ASCII), token)) {
            reason = "a wrong token";
        }
        if (reason != null) {
            refusals.accept(reason);
            ctx.status(HttpStatus.FORBIDDEN).skipRemainingHandlers();
        }
    }

    private void command(Context ctx) throws IOException {
        Call call;
        try {
            call = Frames.readCall(ctx.body());
        } catch (IllegalArgumentException e) {
            ctx.status(HttpStatus.BAD_REQUEST);
            return;
        }
        if (closing || !places.tryAcquire()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        try {
            carryOut(call, ctx);
        } finally {
            places.release();
        }
    }

    private void carryOut(Call call, Context ctx) throws IOException {
        // Past Javalin's own stream, which keeps an answer until it is whole.
        var response = ctx.res();
        response.setContentType(NDJSON);
        var output = new FrameOutput(response.getOutputStream(), () -> closing);
        output.exit(runner.run(call, output));
    }

    int port() {
        return port.port();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        try {
            file.delete(home);
            if (!places.tryAcquire(CONNECTIONS, STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a command did not stop within {} s", STOP_SECONDS);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("the control file stays", e); // it names a process that is gone: nobody will trust it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            port.close();
        }
    }
}
