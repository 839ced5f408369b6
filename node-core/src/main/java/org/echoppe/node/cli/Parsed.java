package org.echoppe.node.cli;

import java.util.List;
import org.echoppe.domain.Language;
import picocli.CommandLine;

/**
 * Arguments that were understood.
 *
 * @param command the innermost one: the {@link NodeCommand} or {@link OwnCommand} to run, or the head of a group
 */
record Parsed(Echoppe common, CommandLine line, Object command) {
    /** @throws CommandLine.ParameterException when they are not */
    static Parsed of(List<String> arguments, Texts texts, int width) {
        var common = new Echoppe();
        var root = commandLine(common, texts, width);
        var result = root.parseArgs(arguments.toArray(String[]::new));
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        var line = result.commandSpec().commandLine();
        return new Parsed(common, line, result.commandSpec().userObject());
    }

    static CommandLine commandLine(Echoppe common, Texts texts, int width) {
        var root = new CommandLine(common);
        addFields(root, texts.language());
        root.setResourceBundle(texts.help());
        root.setUsageHelpWidth(Math.clamp(width, 60, 160));
        root.setExpandAtFiles(false);
        root.setUsageHelpAutoWidth(false);
        return root;
    }

    private static void addFields(CommandLine line, Language language) {
        if (line.getCommandSpec().userObject() instanceof FieldsCommand command) {
            command.addOptions(line.getCommandSpec(), language);
        }
        line.getSubcommands().values().forEach(sub -> addFields(sub, language));
    }
}
