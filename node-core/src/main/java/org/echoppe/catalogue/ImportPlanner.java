package org.echoppe.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;

/** Works out, row by row, what an import would do. One planner, one plan. */
final class ImportPlanner {
    private static final int STEP = 250;
    private static final Set<ProductField> NOT_SHOWN =
            EnumSet.of(ProductField.KEY, ProductField.CREATED_AT, ProductField.OTHER_FIELDS);

    private final Catalogue catalogue;
    private final Spreadsheet sheet;
    private final Mapping mapping;
    private final ProductKey key;
    private final ShopDefaults shop;
    private final KnownProducts known;
    private final RowReader reader;
    private final char decimal;
    private final Instant now;
    private final List<ImportPlan.Planned> rows = new ArrayList<>();
    private final List<RowNote> rejected = new ArrayList<>();
    private final List<RowNote> warnings = new ArrayList<>();
    private int rejectedRows;

    ImportPlanner(Catalogue catalogue, KnownProducts known, Spreadsheet sheet, Mapping given, ProductKey key) {
        KeyColumn.check(sheet, given, key);
        this.catalogue = catalogue;
        this.known = known;
        this.sheet = sheet;
        this.key = key;
        this.now = catalogue.now();
        this.shop = catalogue.shop().defaults();
        this.mapping = withoutSpoiled(given);
        boolean isbn = mapping.columnOf(ProductField.GTIN)
                .map(column -> Column.of(sheet, column).isbn())
                .orElse(false);
        this.reader = new RowReader(sheet, mapping, isbn);
        this.decimal = reader.isOwnExport() ? '.' : decimalSign();
    }

    ImportPlan plan(long basis, ImportProgress progress) {
        int done = 0;
        for (var row : sheet.rows()) {
            if (done % STEP == 0) {
                progress.at(ImportProgress.Stage.CHECKING, done, sheet.rows().size());
            }
            plan(row);
            done++;
        }
        progress.at(ImportProgress.Stage.CHECKING, done, done);
        return new ImportPlan(
                sheet,
                mapping,
                key,
                List.copyOf(rows),
                List.copyOf(rejected),
                List.copyOf(warnings),
                rejectedRows,
                basis);
    }

    private void plan(Spreadsheet.Row row) {
        int width = sheet.header().size();
        if (row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            // an unquoted comma has pushed the cells along: a price would come from the wrong column
            reject(row, List.of(Problem.of("", Fault.ROW_TOO_WIDE, width)));
            return;
        }
        var read = reader.read(row);
        var match = known.match(read.draft(), key);
        if (match.taken()) {
            reject(row, List.of(repeated(read.draft())));
            return;
        }
        var notes = new ArrayList<>(read.notes());
        var reading = read(row, read.draft(), match.row(), notes);
        var product = reading.product();
        if (product == null) {
            reject(row, reading.problems());
            return;
        }
        warnings.addAll(notes);
        rows.add(planned(row, match.row(), product));
    }

    /** A code that another product has is left out where the row is known by its other code; otherwise the row is. */
    private DraftReader.Reading read(
            Spreadsheet.Row row, ProductDraft draft, @Nullable ProductRow held, List<RowNote> notes) {
        var rkey = held == null ? newKey(draft) : held.rkey();
        var reading = new DraftReader(shop, decimal, before(held), draft).read(rkey, now);
        var product = reading.product();
        if (product == null) {
            return reading;
        }
        var live = live(held);
        var clashes = known.codes().clashes(live, product);
        if (clashes.isEmpty()) {
            known.codes().change(live, product);
            return reading;
        }
        var second = key == ProductKey.GTIN ? ProductField.SKU : ProductField.GTIN;
        boolean isKnownOtherwise = key != ProductKey.NAME
                && clashes.size() == 1
                && clashes.getFirst().field().equals(second.key())
                && !draft.text(second == ProductField.SKU ? ProductField.GTIN : ProductField.SKU)
                        .isEmpty();
        if (!isKnownOtherwise) {
            return new DraftReader.Reading(null, clashes);
        }
        var clash = clashes.getFirst();
        notes.add(reader.note(
                row,
                Problem.of(second.key(), Fault.CODE_TAKEN, clash.arguments().toArray())));
        return read(row, draft.with(second, live == null ? "" : TakenCodes.code(live, second)), held, notes);
    }

    /** The product as it is before the import; null for one that the import makes or brings back. */
    private static @Nullable Product live(@Nullable ProductRow held) {
        return held == null || held.state() == ProductState.WITHDRAWN ? null : ProductRows.product(held);
    }

    private ImportPlan.Planned planned(Spreadsheet.Row row, @Nullable ProductRow held, Product after) {
        if (held == null || held.state() == ProductState.WITHDRAWN) {
            if (held == null) {
                known.addNew(after);
            }
            return new ImportPlan.Planned.Added(row.number(), after);
        }
        var before = ProductRows.product(held);
        return after.equals(before)
                ? new ImportPlan.Planned.Unchanged(row.number(), before)
                : new ImportPlan.Planned.Changed(row.number(), before, after, changes(before, after));
    }

    private List<FieldChange> changes(Product before, Product after) {
        var old = ProductTexts.draft(before, shop, shop.decimalSign());
        var now = ProductTexts.draft(after, shop, shop.decimalSign());
        return now.texts().entrySet().stream()
                .filter(entry -> !NOT_SHOWN.contains(entry.getKey()))
                .filter(entry -> !old.text(entry.getKey()).equals(entry.getValue()))
                .map(entry -> new FieldChange(entry.getKey(), old.text(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A withdrawn product that a file names again is on sale again. */
    private static @Nullable Product before(@Nullable ProductRow row) {
        if (row == null) {
            return null;
        }
        boolean withdrawn = row.state() == ProductState.WITHDRAWN;
        var product = ProductRows.product(row);
        return withdrawn
                ? new Product(
                        product.key(),
                        ProductState.PUBLISHED,
                        true,
                        product.record(),
                        product.backroom(),
                        product.publishedCid(),
                        product.updatedAt())
                : product;
    }

    private RecordKey newKey(ProductDraft draft) {
        String text = draft.text(ProductField.KEY);
        try {
            var exported = new RecordKey(text);
            if (!known.holds(exported)) {
                return exported;
            }
        } catch (IllegalArgumentException e) {
            // not from an export: it gets a key of its own
        }
        return catalogue.newKey(known::holds);
    }

    private static Problem repeated(ProductDraft draft) {
        for (var field : List.of(ProductField.GTIN, ProductField.SKU, ProductField.NAME)) {
            if (!draft.text(field).isEmpty()) {
                return Problem.of(field.key(), Fault.ROW_REPEATED, draft.text(field));
            }
        }
        return Problem.of(ProductField.NAME.key(), Fault.REQUIRED);
    }

    private void reject(Spreadsheet.Row row, List<Problem> problems) {
        rejectedRows++;
        problems.forEach(problem -> rejected.add(reader.note(row, problem)));
    }

    /** Columns of codes that a spreadsheet rounded say nothing, whatever the import is keyed by. */
    private Mapping withoutSpoiled(Mapping given) {
        var kept = given;
        for (int i = 0; i < sheet.header().size(); i++) {
            int column = i;
            var field = given.columns().get(column);
            boolean code = field == ProductField.GTIN
                    || field == ProductField.SKU
                    || (field == null
                            && Headers.meaning(sheet.header().get(column))
                                    .filter(meaning -> meaning.field() == ProductField.GTIN)
                                    .isPresent());
            var codes = code ? Column.of(sheet, column) : null;
            if (codes != null && codes.isSpoiled()) {
                kept = kept.ignore(column);
                String header = sheet.header().get(column);
                var problem = Problem.of(
                        ProductField.GTIN.key(), Fault.COLUMN_SPOILED, header, codes.scientific(), codes.sample());
                warnings.add(new RowNote(0, header, codes.sample(), problem));
            }
        }
        return kept;
    }

    /** What most prices of the file show beyond doubt; else what the shop's language writes. */
    private char decimalSign() {
        var column = mapping.columnOf(ProductField.PRICE);
        if (column.isEmpty()) {
            return shop.decimalSign();
        }
        int commas = 0;
        int points = 0;
        for (var row : sheet.rows()) {
            var sign = DecimalText.decimalSign(row.cells().get(column.get()));
            commas += sign.filter(shown -> shown == ',').isPresent() ? 1 : 0;
            points += sign.filter(shown -> shown == '.').isPresent() ? 1 : 0;
        }
        return commas == points ? shop.decimalSign() : commas > points ? ',' : '.';
    }
}
