package org.echoppe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.settings.Autostart;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;

/** This computer and the node that runs on it. */
record NodeSettings(RunningShop shop, Optional<Autostart> start) implements SettingsDesk {
    private static final List<String> PORTS = List.of("web-port", "peer-port");

    /** In so many steps it is told how far a backup is. */
    private static final int STEPS = 1_000;

    static NodeSettings of(RunningShop shop) {
        var system = System.getProperties();
        return new NodeSettings(
                shop,
                Autostart.of(
                        system.getProperty("os.name"),
                        Path.of(system.getProperty("user.home")),
                        System.getenv(),
                        program()));
    }

    /** The installer's program, or the start script: each names itself. */
    private static Optional<Path> program() {
        return Optional.ofNullable(System.getProperty("jpackage.app-path", System.getProperty("echoppe.command")))
                .map(Path::of);
    }

    @Override
    public Machine machine() {
        return shop.ask(node -> {
            var places = node.places();
            var config = node.config();
            var web = places == null ? "" : places.web();
            var peer = places == null ? "" : places.peer();
            return new Machine(
                    Map.of(
                            "web-port",
                            chosen(shop.chosen().webPort()),
                            "peer-port",
                            chosen(shop.chosen().peerPort())),
                    web,
                    peer,
                    !agrees(peer, shop.chosen().peerPort())
                            || !agrees(web, shop.chosen().webPort()),
                    !config.bind().isLoopbackAddress(),
                    config.announceOnLan(),
                    start.map(Autostart::isOn).orElse(null),
                    node.backup().last().map(last -> saved(node, last)).orElse(null),
                    node.dailyBackup().folder().orElse(null),
                    config.home(),
                    config.home().resolve("logs"));
        });
    }

    private static Saved saved(Node node, org.echoppe.node.backup.Saved last) {
        return new Saved(last.at(), last.file(), length(last.file()), isOnDiskOf(node, last.file()));
    }

    /** 0 where it is not to be seen any more. */
    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isOnDiskOf(Node node, Path file) {
        try {
            return Files.getFileStore(file)
                    .equals(Files.getFileStore(node.config().home()));
        } catch (IOException e) {
            return false; // pulled out, most likely: as it should be
        }
    }

    @Override
    public Saved save(Path file, LongWork.Progress progress) {
        return shop.ask(node -> {
            node.backup().write(file, (done, total) -> progress.at(Math.toIntExact(done * STEPS / total), STEPS));
            return saved(node, node.backup().last().orElseThrow());
        });
    }

    @Override
    public Saved saveDaily(Path folder, LongWork.Progress progress) {
        return shop.ask(node -> {
            node.dailyBackup().into(folder, (done, total) -> progress.at(Math.toIntExact(done * STEPS / total), STEPS));
            return saved(node, node.backup().last().orElseThrow());
        });
    }

    @Override
    public void stopDaily() {
        shop.ask(node -> {
            node.dailyBackup().stop();
            return node;
        });
    }

    @Override
    public void resumeDaily(Path folder) {
        shop.ask(node -> {
            node.dailyBackup().resume(folder);
            return node;
        });
    }

    private static String chosen(int port) {
        return Integer.toString(port);
    }

    /** Whether an address is on the port that was chosen; one that a proxy stands before says nothing. */
    private static boolean agrees(String address, int port) {
        return port == 0 || !address.matches(".*:\\d+") || address.endsWith(":" + port);
    }

    @Override
    public void ports(Map<String, String> ports) {
        var wanted = ports.entrySet().stream()
                .filter(port -> !port.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, port -> port.getValue().strip()));
        var config = NodeConfig.load(shop.home(), Map.of(), wanted);
        if (config.webPort() == config.peerPort() && config.webPort() != 0) {
            throw new Rejected(List.of(Problem.of("peer-port", Fault.DUPLICATE, config.peerPort())));
        }
        shop.configure(PORTS.stream().collect(Collectors.toMap(key -> key, key -> wanted.getOrDefault(key, ""))));
    }

    @Override
    public void show(boolean visible) {
        shop.show(visible);
    }

    @Override
    public void announce(boolean on) {
        shop.configure(Map.of("announce-on-lan", on ? "" : "false"));
    }

    @Override
    public void autostart(boolean on) {
        start.ifPresent(autostart -> autostart.set(on));
    }

    @Override
    public void export(Path file) {
        shop.ask(node -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".car")) {
                node.publisher().publishNow();
                node.exportCar(file);
            } else {
                node.exporter().csv(file);
            }
            return file;
        });
    }

    @Override
    public String details() {
        return shop.ask(NodeSettings::details);
    }

    private static String details(Node node) {
        var status = node.status();
        var memory = Runtime.getRuntime();
        return String.join(
                "\n",
                Node.SOFTWARE,
                "java " + Runtime.version() + ", javafx " + System.getProperty("javafx.runtime.version", "?"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "memory " + ((memory.totalMemory() - memory.freeMemory()) >> 20) + " of " + (memory.maxMemory() >> 20)
                        + " MiB, " + memory.availableProcessors() + " processors",
                "ports " + node.config().webPort() + " " + node.config().peerPort()
                        + (node.config().bind().isLoopbackAddress() ? ", this computer only" : ", visible to others"),
                "products " + status.products() + ", shops " + status.shops() + ", peers " + status.peersReachable()
                        + " of " + status.peers(),
                "waiting " + status.waiting() + ", trouble "
                        + status.trouble()
                                .map(problem -> problem.fault().code())
                                .orElse("none"));
    }
}
