package org.echoppe.node.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code echoppe}: what all commands have in common. */
@Command(
        name = "echoppe",
        version = "echoppe 0.1",
        subcommands = {
            NodeRun.class,
            ShopCommands.class,
            IdCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreRun.class,
            ProductCommands.class,
            OrderCommands.class,
            PeerCommands.class,
            SyncCommand.class,
            StatusCommand.class,
            JournalCommand.class,
            DemoRun.class
        })
final class Echoppe {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, order = 100)
    @Nullable
    Path home;

    @Option(names = "--json", scope = ScopeType.INHERIT, order = 101)
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 102)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 103)
    boolean version;
}
