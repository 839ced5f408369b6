package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.control.ControlPort;
import org.echoppe.node.Surroundings;
import org.echoppe.node.demo.Street;
import picocli.CommandLine.Command;

/** {@code echoppe demo}: the demo street, until it is told to stop. */
@Command(name = "demo")
final class DemoRun extends OwnCommand {
    @Override
    int run(Path home, Surroundings around, Session session) throws InterruptedException {
        var signal = new StopSignal();
        session.remark("demo.opening");
        try (var street = Street.open(home.resolve("demo"), around);
                var controls = new Controls()) {
            street.stalls().forEach(stall -> controls.open(stall, around, signal::ask));
            ready(street, session);
            signal.await();
        } finally {
            signal.stopped();
        }
        return Exit.DONE;
    }

    private static void ready(Street street, Session session) {
        if (session.json()) {
            session.shortAnswer(
                    Map.of("shops", street.stalls().stream().map(DemoRun::json).toList()));
            return;
        }
        for (var stall : street.stalls()) {
            var shop = stall.node().catalogue().shop().profile().orElseThrow();
            session.say(
                    "demo.shop",
                    shop.name(),
                    stall.places().web(),
                    stall.places().peer(),
                    stall.home());
        }
        session.remark("demo.stop");
    }

    private static Map<String, String> json(Street.Stall stall) {
        var json = new LinkedHashMap<String, String>();
        json.put("name", stall.name());
        json.put("home", stall.home().toString());
        json.put("web", stall.places().web());
        json.put("peer", stall.places().peer());
        json.put("did", stall.node().identity().did().value());
        return json;
    }

    /** One for each shop of the street, so that every command works on its home. */
    private static final class Controls implements AutoCloseable {
        private final ArrayDeque<ControlPort> opened = new ArrayDeque<>();

        void open(Street.Stall stall, Surroundings around, Runnable stop) {
            opened.push(RunningNode.headlessControl(stall.node(), around, stop));
        }

        @Override
        public void close() {
            opened.forEach(ControlPort::close);
        }
    }
}
