package org.echoppe.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.echoppe.control.Frames.Frame;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** Reaches the node that runs on a home. */
public final class ControlClient {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final ControlFile file;

    private ControlClient(ControlFile file) {
        this.file = file;
    }

    /** Empty when no node seems to run there. */
    public static Optional<ControlClient> find(Path home) {
        return ControlFile.read(home).map(ControlClient::new);
    }

    /**
     * Has the node carry out a command.
     *
     * @return the exit code; empty when the node does not listen any more, and nothing was done
     * @throws Rejected NODE_STOPPED when the node went away in the middle
     */
    public OptionalInt run(Call call, Output output) {
        return post(ControlPort.COMMANDS, Frames.write(call), answer -> {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() == OK && type.startsWith(ControlPort.NDJSON)
                    ? OptionalInt.of(play(answer.body(), output))
                    : OptionalInt.empty();
        });
    }

    /** Brings the node's window to the front; false when it has none, or nobody listens. */
    public boolean showWindow() {
        return post(ControlPort.WINDOW, "", ControlClient::granted).isPresent();
    }

    /** Asks a node without a window to stop; false when it has one, or nobody listens. It takes a moment to be gone. */
    public boolean stop() {
        return post(ControlPort.STOP, "", ControlClient::granted).isPresent();
    }

    private static OptionalInt granted(HttpResponse<Stream<String>> answer) {
        return answer.statusCode() == NO_CONTENT ? OptionalInt.of(OK) : OptionalInt.empty();
    }

    /** Empty for what no node of ours says to a wish that it grants: another program may have the port of a node that died. */
    private interface Reader {
        OptionalInt read(HttpResponse<Stream<String>> answer);
    }

    private OptionalInt post(String path, String body, Reader reader) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + file.port() + path))
                .header("Authorization", "Bearer " + file.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (var _ = answer.body()) {
                return reader.read(answer);
            }
        } catch (ConnectException e) {
            return OptionalInt.empty();
        } catch (IOException | UncheckedIOException e) {
            throw Rejected.because(Fault.NODE_STOPPED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejected.because(Fault.NODE_STOPPED);
        }
    }

    private static int play(Stream<String> answer, Output output) {
        var exit = new int[] {-1};
        answer.forEach(line -> Frames.readFrame(line).ifPresent(frame -> {
            switch (frame) {
                case Frame.Line(String text) -> output.line(text);
                case Frame.Remark(String text) -> output.remark(text);
                case Frame.Progress(String work, long done, long total) -> output.progress(work, done, total);
                case Frame.Exit(int code) -> exit[0] = code;
            }
        }));
        if (exit[0] < 0) {
            throw Rejected.because(Fault.NODE_STOPPED);
        }
        return exit[0];
    }
}
