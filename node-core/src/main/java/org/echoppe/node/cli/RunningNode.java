package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.echoppe.control.ControlPort;
import org.echoppe.guard.SecurityKind;
import org.echoppe.node.Logging;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Places;
import org.echoppe.node.Surroundings;

/** A node with its ports open, the control port among them: what {@code echoppe node} runs, and the window. */
public final class RunningNode implements AutoCloseable {
    private final Node node;
    private final Places places;
    private final ControlPort control;

    private RunningNode(Node node, Places places, ControlPort control) {
        this.node = node;
        this.places = places;
        this.control = control;
    }

    /**
     * @param showWindow what a second start on the same home asks for
     * @throws org.echoppe.domain.Rejected as {@link Node#open} and {@link Node#start} do
     */
    public static RunningNode start(NodeConfig config, Surroundings around, Runnable showWindow) {
        return start(config, around, node -> control(node, around, showWindow));
    }

    private static RunningNode start(NodeConfig config, Surroundings around, Function<Node, ControlPort> control) {
        var node = Node.open(config, around);
        try {
            Logging.into(config.home());
            var places = node.start();
            return new RunningNode(node, places, control.apply(node));
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /**
     * As {@link #start}, without a window.
     *
     * @param stop what a window that wants the home asks for: begins to stop this node, and returns
     */
    static RunningNode startHeadless(NodeConfig config, Surroundings around, Runnable stop) {
        var running = start(config, around, node -> headlessControl(node, around, stop));
        running.node.giveMemoryBackAtRest();
        return running;
    }

    static ControlPort headlessControl(Node node, Surroundings around, Runnable stop) {
        Path home = node.config().home();
        return ControlPort.openHeadless(home, new Dispatch(node, true), stop, refusals(node), around.random());
    }

    private static ControlPort control(Node node, Surroundings around, Runnable showWindow) {
        Path home = node.config().home();
        return ControlPort.open(home, new Dispatch(node, true), showWindow, refusals(node), around.random());
    }

    private static Consumer<String> refusals(Node node) {
        return why -> node.journal().record(SecurityKind.CONTROL_REFUSED, "127.0.0.1", "control port", why);
    }

    public Node node() {
        return node;
    }

    public Places places() {
        return places;
    }

    @Override
    public void close() {
        node.hangUp(); // a command that waits for a peer would be waited for
        try {
            control.close();
        } finally {
            node.close();
        }
    }
}
