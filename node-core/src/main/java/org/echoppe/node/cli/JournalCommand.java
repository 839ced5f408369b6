package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code echoppe journal}: the security journal, newest first. */
@Command(name = "journal")
final class JournalCommand extends NodeCommand {
    @Option(names = "--count", paramLabel = "N", defaultValue = "50")
    int count = 50;

    @Override
    int run(Node node, Session session) {
        var events = node.journal().latest(Math.clamp(count, 1, 10_000));
        if (session.json()) {
            session.answer(
                    Map.of("lines", events.stream().map(JournalCommand::json).toList()));
            return Exit.DONE;
        }
        var table = new Table();
        for (var event : events) {
            table.row(
                    Moments.text(event.at(), session),
                    session.texts().get("severity." + event.severity()),
                    session.texts().get("kind." + event.kind()),
                    event.who(),
                    event.what(),
                    event.why());
        }
        table.print(session.output());
        if (events.isEmpty()) {
            session.say("journal.empty");
        }
        return Exit.DONE;
    }

    private static Map<String, Object> json(SecurityEvent event) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", event.at().toString());
        json.put("severity", event.severity().name().toLowerCase(Locale.ROOT));
        json.put("kind", event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("who", event.who());
        json.put("what", event.what());
        json.put("why", event.why());
        return json;
    }
}
