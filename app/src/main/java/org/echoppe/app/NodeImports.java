package org.echoppe.app;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ImportKind;
import org.echoppe.app.products.ImportLine;
import org.echoppe.app.products.ImportPreview;
import org.echoppe.app.products.ImportTable;
import org.echoppe.app.products.Imported;
import org.echoppe.catalogue.ErrorsFile;
import org.echoppe.catalogue.ImportPlan;
import org.echoppe.catalogue.ImportProgress;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.RowNote;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** Imports into the running node. */
final class NodeImports implements ImportDesk {
    private final RunningShop shop;
    private volatile @Nullable ImportPlan last;

    NodeImports(RunningShop shop) {
        this.shop = shop;
    }

    @Override
    public ImportTable read(Path file, @Nullable Charset encoding, @Nullable Character delimiter) {
        return shop.ask(node -> {
            var sheet = node.importer().open(file, encoding, delimiter);
            return ImportTable.of(sheet, node.importer().guess(sheet));
        });
    }

    @Override
    public ImportPreview plan(ImportTable table, Language language, Progress progress) {
        var plan = shop.ask(node -> node.importer()
                .plan(table.sheet(), table.mapping(), table.key(), (stage, done, total) -> progress.at(done, total)));
        last = plan;
        return preview(plan, language);
    }

    @Override
    public @Nullable Imported accept(Language language, Progress progress, BooleanSupplier cancelled) {
        ImportProgress stoppable = (stage, done, total) -> {
            if (cancelled.getAsBoolean() && done < total) {
                throw new CancellationException();
            }
            progress.at(done, total);
        };
        try {
            var done = shop.ask(node -> node.importer().acceptUndoably(planned(), stoppable));
            last = done.plan();
            return new Imported(preview(done.plan(), language), NodeProducts.back(shop, done.undo()));
        } catch (CancellationException e) {
            return null;
        }
    }

    @Override
    public void saveRefused(Path file, Language language) {
        ErrorsFile.write(planned(), file, language);
    }

    private ImportPlan planned() {
        return Objects.requireNonNull(last, "planned before");
    }

    private static ImportPreview preview(ImportPlan plan, Language language) {
        var counts = new EnumMap<ImportKind, Integer>(ImportKind.class);
        counts.put(ImportKind.ADDED, plan.added().size());
        counts.put(ImportKind.CHANGED, plan.changed().size());
        counts.put(ImportKind.UNCHANGED, plan.unchanged());
        counts.put(ImportKind.REFUSED, plan.rejectedRows());
        var noted = plan.warnings().stream().filter(note -> note.row() > 0).toList();
        counts.put(ImportKind.NOTED, noted.size());
        var lines = new ArrayList<ImportLine>();
        taken(plan, language, lines);
        notes(plan, plan.rejected(), ImportKind.REFUSED, language, lines);
        notes(plan, noted, ImportKind.NOTED, language, lines);
        var warnings = plan.warnings().stream()
                .filter(note -> note.row() == 0)
                .map(note -> sentence(note, language))
                .toList();
        return new ImportPreview(counts, lines, warnings);
    }

    private static void taken(ImportPlan plan, Language language, List<ImportLine> lines) {
        var left = new EnumMap<ImportKind, Integer>(ImportKind.class);
        for (var row : plan.rows()) {
            var line = switch (row) {
                case ImportPlan.Planned.Added(int number, var after) ->
                    new ImportLine(number, ImportKind.ADDED, after.record().name(), offer(after, language));
                case ImportPlan.Planned.Changed(int number, var before, var after, var changes) ->
                    new ImportLine(
                            number,
                            ImportKind.CHANGED,
                            after.record().name(),
                            changes.stream()
                                    .map(change -> ImportWords.of(change, language))
                                    .collect(Collectors.joining(" · ")));
                case ImportPlan.Planned.Unchanged(int number, var same) ->
                    new ImportLine(number, ImportKind.UNCHANGED, same.record().name(), offer(same, language));
            };
            if (left.merge(line.kind(), 1, Integer::sum) <= ImportPreview.LINES) {
                lines.add(line);
            }
        }
    }

    /** A row with three faults is one line, with three reasons. */
    private static void notes(
            ImportPlan plan, List<RowNote> notes, ImportKind kind, Language language, List<ImportLine> lines) {
        notes.stream()
                .collect(Collectors.groupingBy(RowNote::row, java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .limit(ImportPreview.LINES)
                .forEach(entry -> lines.add(new ImportLine(
                        entry.getKey(),
                        kind,
                        name(plan, entry.getKey()),
                        entry.getValue().stream()
                                .map(note -> sentence(note, language))
                                .collect(Collectors.joining(" ")))));
    }

    private static String sentence(RowNote note, Language language) {
        return note.column().isEmpty() ? note.sentence(language) : note.column() + "\u00a0: " + note.sentence(language);
    }

    private static String name(ImportPlan plan, int row) {
        var column = plan.mapping().columnOf(ProductField.NAME);
        return plan.sheet().rows().stream()
                .filter(candidate -> candidate.number() == row)
                .findFirst()
                .flatMap(found -> column.filter(at -> at < found.cells().size()).map(found.cells()::get))
                .orElse("");
    }

    private static String offer(Product product, Language language) {
        var texts = Texts.of(NodeImports.class, language);
        var parts = new ArrayList<String>();
        product.record().price().ifPresent(price -> parts.add(price.money().format(language.locale())));
        product.backroom().stock().ifPresent(stock -> parts.add(texts.say("import.inStock", stock)));
        if (!product.record().variants().isEmpty()) {
            parts.add(ImportWords.kinds(product.record().variants(), texts));
        }
        return String.join(" · ", parts);
    }
}
