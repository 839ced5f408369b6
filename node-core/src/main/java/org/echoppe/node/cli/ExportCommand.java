package org.echoppe.node.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code echoppe export FILE.csv | FILE.car}: the catalogue as a spreadsheet, or the signed repository. */
@Command(name = "export")
final class ExportCommand extends NodeCommand {
    @Parameters(paramLabel = "FILE.csv|FILE.car", descriptionKey = "file.written")
    String file = "";

    @Override
    int run(Node node, Session session) {
        var path = session.file(file);
        var name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            csv(node, path, session);
        } else if (name.endsWith(".car")) {
            car(node, path, session);
        } else {
            throw new Rejected(List.of(Problem.of("FILE", Fault.NOT_A_CHOICE, file, "FILE.csv, FILE.car")));
        }
        return Exit.DONE;
    }

    private static void csv(Node node, Path path, Session session) {
        int products = node.exporter().csv(path);
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("file", path.toString());
            answer.put("products", products);
            session.answer(answer);
        } else {
            session.say("export.csv", products, path);
        }
    }

    /** With what was still waiting. */
    private static void car(Node node, Path path, Session session) {
        Publishing.now(node, session);
        node.exportCar(path);
        long bytes = size(path);
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("file", path.toString());
            answer.put("did", node.identity().did().value());
            answer.put("bytes", bytes);
            session.answer(answer);
        } else {
            session.say("export.car", path, (bytes + 1023) / 1024);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
