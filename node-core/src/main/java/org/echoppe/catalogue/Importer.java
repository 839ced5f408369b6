package org.echoppe.catalogue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.store.ProductStore;
import org.jspecify.annotations.Nullable;

/** Takes products from a spreadsheet file into the catalogue. */
public final class Importer {
    private final Catalogue catalogue;
    private final ProductStore products;

    public Importer(Catalogue catalogue, ProductStore products) {
        this.catalogue = catalogue;
        this.products = products;
    }

    /**
     * Reads a CSV or TSV file, finding out its encoding and delimiter.
     *
     * @throws Rejected FILE_UNREADABLE, FILE_TOO_LARGE, NOT_A_TABLE, TOO_MANY rows
     */
    public Spreadsheet open(Path file) {
        return SpreadsheetReader.read(file);
    }

    /**
     * Reads it as the shopkeeper says it was written.
     *
     * @param encoding null to find out
     * @param delimiter null to find out
     * @throws Rejected as {@link #open(Path)}
     */
    public Spreadsheet open(Path file, @Nullable Charset encoding, @Nullable Character delimiter) {
        return SpreadsheetReader.read(file, encoding, delimiter);
    }

    /** What the columns seem to hold, by their headers and by what stands in them. */
    public Mapping guess(Spreadsheet sheet) {
        return MappingGuess.of(sheet);
    }

    /**
     * The guess, corrected as the command line's {@code --map COLUMN=FIELD} and {@code --set FIELD=VALUE} say.
     *
     * @param map each {@code COLUMN=FIELD}; an empty FIELD leaves the column out
     * @param set each {@code FIELD=VALUE}
     * @throws Rejected UNKNOWN_FIELD, NOT_FOUND for a column
     */
    public Mapping guess(Spreadsheet sheet, List<String> map, List<String> set) {
        return MappingGuess.of(sheet, map, set);
    }

    /**
     * What an import would do, row by row.
     *
     * @throws Rejected KEY_COLUMN_MISSING, KEY_COLUMN_SPOILED, KEY_COLUMN_DUPLICATES (with KEY_COLUMN_ELSEWHERE beside it
     *     when another column holds the true codes), SHOP_MISSING
     */
    public ImportPlan plan(Spreadsheet sheet, Mapping mapping, ProductKey key, ImportProgress progress) {
        long basis = catalogue.changes();
        var known = new KnownProducts();
        products.forEach(known::add);
        return new ImportPlanner(catalogue, known, sheet, mapping, key).plan(basis, progress);
    }

    /**
     * Carries the plan out: all its rows in one transaction, or none. Where the catalogue changed since the plan was made it
     * is made anew first, and nothing else is saved between the comparison and the end.
     *
     * @return the plan that was carried out
     */
    public ImportPlan accept(ImportPlan plan, ImportProgress progress) {
        return accept(plan, progress, changed -> {});
    }

    /** The same, and remembers how everything was. */
    public ImportDone acceptUndoably(ImportPlan plan, ImportProgress progress) {
        var pieces = new ArrayList<Undo.Piece>();
        var done = accept(plan, progress, changed -> pieces.addAll(pieces(changed)));
        return new ImportDone(done, new Undo(pieces));
    }

    private List<Undo.Piece> pieces(List<Product> changed) {
        var before = new HashMap<RecordKey, Product>();
        products.rows(changed.stream().map(Product::key).toList())
                .forEach(row -> before.put(row.rkey(), ProductRows.product(row)));
        return changed.stream()
                .<Undo.Piece>map(after -> {
                    var old = before.get(after.key());
                    return old == null ? Undo.Made.of(after) : Undo.Patch.of(old, after);
                })
                .toList();
    }

    /** @param look is given what is about to be saved, inside the write */
    private ImportPlan accept(ImportPlan plan, ImportProgress progress, Consumer<List<Product>> look) {
        var current = new ImportPlan[] {plan};
        catalogue.saveAll(() -> {
            if (plan.basis() != catalogue.changes()) {
                current[0] = plan(plan.sheet(), plan.mapping(), plan.key(), progress);
            }
            var changed = toSave(current[0]);
            progress.at(ImportProgress.Stage.SAVING, 0, changed.size());
            look.accept(changed);
            return changed;
        });
        int saved = toSave(current[0]).size();
        progress.at(ImportProgress.Stage.SAVING, saved, saved);
        return current[0];
    }

    private static List<Product> toSave(ImportPlan plan) {
        var changed = new ArrayList<Product>();
        for (var row : plan.rows()) {
            switch (row) {
                case ImportPlan.Planned.Added added -> changed.add(added.after());
                case ImportPlan.Planned.Changed change -> changed.add(change.after());
                case ImportPlan.Planned.Unchanged same -> {}
            }
        }
        return changed;
    }
}
