package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code echoppe node}: runs until it is told to stop (Ctrl+C, SIGTERM). */
@Command(name = "node")
final class NodeRun extends OwnCommand {
    @Option(names = "--bind", paramLabel = "ADDR")
    @Nullable
    String bind;

    @Option(names = "--web-port", paramLabel = "N")
    @Nullable
    String webPort;

    @Option(names = "--peer-port", paramLabel = "N")
    @Nullable
    String peerPort;

    @Option(names = "--web-http")
    boolean webHttp;

    @Option(names = "--web-cert", paramLabel = "FILE")
    @Nullable
    String webCert;

    @Option(names = "--web-key", paramLabel = "FILE")
    @Nullable
    String webKey;

    @Option(names = "--trusted-proxy", paramLabel = "ADDR")
    List<String> trustedProxies = List.of();

    @Option(names = "--public-peer-url", paramLabel = "URL")
    @Nullable
    String publicPeerUrl;

    @Option(names = "--public-web-url", paramLabel = "URL")
    @Nullable
    String publicWebUrl;

    @Option(names = "--announce-on-lan", paramLabel = "true|false")
    @Nullable
    String announceOnLan;

    @Option(names = "--keep-mail", paramLabel = "WHOSE")
    List<String> keepMail = List.of();

    @Option(names = "--mailbox", paramLabel = "INVITATION")
    List<String> mailboxes = List.of();

    @Option(names = "--keeper-notice", paramLabel = "FILE")
    @Nullable
    String keeperNotice;

    @Override
    int run(Path home, Surroundings around, Session session) throws InterruptedException {
        var signal = new StopSignal();
        var config = NodeConfig.load(home, around.environment(), options(session));
        try (var running = RunningNode.startHeadless(config, around, signal::ask)) {
            ready(running, session);
            signal.await();
        } finally {
            signal.stopped();
        }
        return Exit.DONE;
    }

    /** The line that programs wait for. */
    static void ready(RunningNode running, Session session) {
        var web = running.places().web();
        var peer = running.places().peer();
        var did = running.node().identity().did().value();
        if (session.json()) {
            var answer = new LinkedHashMap<String, String>();
            answer.put("web", web);
            answer.put("peer", peer);
            answer.put("did", did);
            session.shortAnswer(answer);
        } else {
            session.output().line("ready web=" + web + " peer=" + peer + " did=" + did);
        }
    }

    private Map<String, String> options(Session session) {
        var options = new LinkedHashMap<String, String>();
        put(options, "bind", bind);
        put(options, "web-port", webPort);
        put(options, "peer-port", peerPort);
        put(options, "web-http", webHttp ? "true" : null);
        put(options, "web-cert", webCert == null ? null : session.file(webCert).toString());
        put(options, "web-key", webKey == null ? null : session.file(webKey).toString());
        put(options, "trusted-proxy", trustedProxies.isEmpty() ? null : String.join(",", trustedProxies));
        put(options, "public-peer-url", publicPeerUrl);
        put(options, "public-web-url", publicWebUrl);
        put(options, "announce-on-lan", announceOnLan);
        put(options, "keep-mail", keepMail.isEmpty() ? null : String.join(",", keepMail));
        put(options, "mailbox", mailboxes.isEmpty() ? null : String.join(",", mailboxes));
        put(
                options,
                "keeper-notice",
                keeperNotice == null ? null : session.file(keeperNotice).toString());
        return options;
    }

    private static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }
}
