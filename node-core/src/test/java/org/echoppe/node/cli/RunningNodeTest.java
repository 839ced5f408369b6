package org.echoppe.node.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echoppe.control.Call;
import org.echoppe.domain.Language;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's end, and its next beginning. */
class RunningNodeTest {
    @TempDir
    Path home;

    private final Surroundings around =
            new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "x".repeat(40)), Clock.systemUTC(), new SecureRandom());

    @Test
    void aNodeThatClosesUnderALongCommandLetsGoOfItsHome() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread caller;
            try (var running = start()) {
                caller = Thread.ofVirtual()
                        .start(() -> run("peer", "add", "https://127.0.0.1:" + silent.getLocalPort()));
                silent.accept();
            }
            start().close();
            caller.join();
        }
    }

    private void run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        new Cli(new HeardOutput(), around).run(new Call(all, home, Language.FR, 100));
    }

    private RunningNode start() {
        var options = Map.of("web-port", "0", "peer-port", "0");
        return RunningNode.start(NodeConfig.load(home, around.environment(), options), around, () -> {});
    }
}
