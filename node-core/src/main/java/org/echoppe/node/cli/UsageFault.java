package org.echoppe.node.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;

/** What picocli did not understand, in the words of this program: its own are English only. */
final class UsageFault {
    private UsageFault() {}

    static String sentence(CommandLine.ParameterException fault, Texts texts) {
        return switch (fault) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                texts.get("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            case CommandLine.MissingParameterException missing ->
                texts.get(
                        "usage.missing",
                        missing.getMissing().stream()
                                .map(argument -> argument.isOption()
                                        ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                        : argument.paramLabel())
                                .collect(Collectors.joining(", ")));
            case CommandLine.OverwrittenOptionException twice ->
                texts.get("usage.twice", ((CommandLine.Model.OptionSpec) twice.getOverwritten()).longestName());
            default ->
                fault.getArgSpec() == null
                        ? texts.get("usage.wrong", String.valueOf(fault.getMessage()))
                        : texts.get("usage.value", name(fault.getArgSpec()), String.valueOf(fault.getValue()));
        };
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
