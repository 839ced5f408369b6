package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.ErrorsFile;
import org.echoppe.catalogue.ImportPlan;
import org.echoppe.catalogue.ImportProgress;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echoppe import}: products from a spreadsheet. Without {@code --dry-run} running it is accepting it. */
@Command(name = "import")
final class ImportCommand extends NodeCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "file.read", arity = "0..1")
    String file = "";

    @Option(names = "--map", paramLabel = "COLUMN=FIELD")
    List<String> map = List.of();

    @Option(names = "--set", paramLabel = "FIELD=VALUE")
    List<String> set = List.of();

    @Option(names = "--key", paramLabel = "gtin|sku|name", defaultValue = "gtin")
    String key = "gtin";

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--fields")
    boolean fields;

    @Override
    int run(Node node, Session session) {
        if (file.isEmpty()) {
            throw new Rejected(List.of(Problem.of("FILE", Fault.REQUIRED)));
        }
        var importer = node.importer();
        var path = session.file(file);
        var by = key();
        var progress = progress(session);
        var sheet = importer.open(path);
        var mapping = importer.guess(sheet, map, set);
        var plan = importer.plan(sheet, mapping, by, progress);
        if (!dryRun) {
            plan = importer.accept(plan, progress);
            Publishing.now(node, session);
        }
        var report = new ImportReport(plan, dryRun, errors(plan, path, session));
        report.print(session);
        return plan.rejectedRows() == 0 ? Exit.DONE : Exit.IN_PART;
    }

    /** {@code --fields} asks for no home. */
    @Override
    boolean answersAlone(Session session) {
        if (!fields) {
            return false;
        }
        if (session.json()) {
            session.answer(Arrays.stream(ProductField.values())
                    .map(field -> Map.of(
                            "field", field.key(),
                            "label", field.label(session.language()),
                            "explanation", field.explanation(session.language())))
                    .toList());
        } else {
            var table = new Table();
            for (var field : ProductField.values()) {
                table.row(field.key(), field.label(session.language()), field.explanation(session.language()));
            }
            table.print(session.output());
        }
        return true;
    }

    private ProductKey key() {
        for (var candidate : ProductKey.values()) {
            if (candidate.key().equals(key.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
        throw new Rejected(List.of(Problem.of("key", Fault.NOT_A_CHOICE, key, "gtin, sku, name")));
    }

    private static ImportProgress progress(Session session) {
        return (stage, done, total) -> session.output().progress(session.texts().get("progress." + stage), done, total);
    }

    /** Beside the file that was read; where that folder takes none, the report on the terminal has to do. */
    private static Optional<Path> errors(ImportPlan plan, Path file, Session session) {
        var errors = file.resolveSibling(file.getFileName() + ".errors.csv");
        try {
            return ErrorsFile.write(plan, errors, session.language()) ? Optional.of(errors) : Optional.empty();
        } catch (Rejected e) {
            session.refuse(e);
            return Optional.empty();
        }
    }
}
