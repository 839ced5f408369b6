package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.echoppe.control.Call;
import org.echoppe.control.ControlClient;
import org.echoppe.control.Output;
import org.echoppe.domain.Rejected;
import org.echoppe.node.HomeFolder;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One run of the command line, in the process that was started for it. */
public final class Cli {
    private final Output output;
    private final Surroundings around;

    public Cli(Output output, Surroundings around) {
        this.output = output;
        this.around = around;
    }

    /** @return the exit code */
    public int run(Call call) {
        var texts = new Texts(call.language());
        Parsed parsed;
        try {
            parsed = Parsed.of(call.arguments(), texts, call.width());
        } catch (ParameterException e) {
            output.remark(UsageFault.sentence(e, texts));
            output.remark(
                    texts.get("usage.help", e.getCommandLine().getCommandSpec().qualifiedName()));
            return Exit.WRONG_USAGE;
        }
        if (parsed.line().isUsageHelpRequested()) {
            output.line(parsed.line().getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
            return Exit.DONE;
        }
        if (parsed.line().isVersionHelpRequested()) {
            output.line(String.join("\n", parsed.line().getCommandSpec().version()));
            return Exit.DONE;
        }
        return run(call, parsed);
    }

    private int run(Call call, Parsed parsed) {
        var session = new Session(call, output, parsed.common().json, false);
        var home = parsed.common().home == null
                ? HomeFolder.of(around.environment(), System.getProperties())
                : call.directory().resolve(parsed.common().home).normalize();
        return switch (parsed.command()) {
            case OwnCommand command -> Dispatch.guarded(session, s -> uninterrupted(command, home, s));
            case NodeCommand command ->
                Dispatch.guarded(session, s -> command.answersAlone(s) ? Exit.DONE : onNode(call, home));
            default -> {
                // The head of a group alone: what can follow it.
                output.remark(
                        parsed.line().getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
                yield Exit.WRONG_USAGE;
            }
        };
    }

    private int uninterrupted(OwnCommand command, Path home, Session session) {
        try {
            return command.run(home, around, session);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private int onNode(Call call, Path home) {
        return atRunningNode(call, home).orElseGet(() -> atOpenedHome(call, home));
    }

    private OptionalInt atRunningNode(Call call, Path home) {
        var client = ControlClient.find(home);
        return client.isPresent() ? client.get().run(call, output) : OptionalInt.empty();
    }

    private int atOpenedHome(Call call, Path home) throws Rejected {
        var config = NodeConfig.load(home, around.environment(), Map.of());
        try (var node = Node.open(config, around)) {
            return new Dispatch(node, false).run(call, output);
        }
    }

    /** Whether these arguments are a command of this program; else they are for the window. */
    public static boolean isCommand(List<String> arguments) {
        return !arguments.isEmpty() && !isOnlyHome(arguments);
    }

    private static boolean isOnlyHome(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> arguments.getFirst().startsWith("--home=");
            case 2 -> arguments.getFirst().equals("--home");
            default -> false;
        };
    }
}
