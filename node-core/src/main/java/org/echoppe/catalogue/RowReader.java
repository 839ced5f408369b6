package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Texts;

/** Makes drafts of a spreadsheet's rows, taking off what other programs put around the words. */
final class RowReader {
    /** Text that a person reads, in which HTML may be hidden. */
    private static final Set<ProductField> PROSE = EnumSet.of(
            ProductField.NAME,
            ProductField.BRAND,
            ProductField.CATEGORY,
            ProductField.DESCRIPTION,
            ProductField.INGREDIENTS,
            ProductField.ALLERGENS,
            ProductField.MANUFACTURER,
            ProductField.SAFETY,
            ProductField.SUPPLIER,
            ProductField.NOTE);

    private static final Set<ProductField> SEVERAL_LINES = EnumSet.of(
            ProductField.DESCRIPTION,
            ProductField.INGREDIENTS,
            ProductField.ALLERGENS,
            ProductField.MANUFACTURER,
            ProductField.SAFETY,
            ProductField.NOTE);

    private static final Pattern FURTHER_ADDRESSES = Pattern.compile("\\s*,\\s*https?:.*");
    private static final int BRAND_LENGTH = 100;

    /**
     * A row as a draft.
     *
     * @param notes what was taken otherwise than it stands there
     */
    record Draft(ProductDraft draft, List<RowNote> notes) {}

    private final Spreadsheet sheet;
    private final Mapping mapping;
    private final boolean ownExport;
    private final boolean isbn;

    /** @param isbn whether the column of codes holds ISBN-10 */
    RowReader(Spreadsheet sheet, Mapping mapping, boolean isbn) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.isbn = isbn;
        this.ownExport = mapping.columnOf(ProductField.KEY).isPresent()
                && mapping.columnOf(ProductField.OTHER_FIELDS).isPresent();
    }

    /** Whether the file was written by an export: then every cell counts as it stands, the empty ones too. */
    boolean isOwnExport() {
        return ownExport;
    }

    Draft read(Spreadsheet.Row row) {
        Map<ProductField, String> texts = new EnumMap<>(ProductField.class);
        var notes = new ArrayList<RowNote>();
        mapping.columns().forEach((column, field) -> {
            String cell = row.cells().get(column);
            if (ownExport) {
                texts.put(field, Cells.unguarded(cell));
            } else if (!cell.isBlank() && !mapping.constants().containsKey(field)) {
                read(row, column, field, cell, notes).ifPresent(text -> texts.put(field, text));
            }
        });
        if (!ownExport) {
            readCode(row, texts, notes);
        }
        texts.putAll(mapping.constants());
        return new Draft(new ProductDraft(texts), notes);
    }

    private Optional<String> read(
            Spreadsheet.Row row, int column, ProductField field, String cell, List<RowNote> notes) {
        String text = PROSE.contains(field) ? Cells.withoutHtml(StringEscapeUtils.unescapeHtml4(cell)) : cell;
        String clean = Texts.clean(text, SEVERAL_LINES.contains(field));
        if (!Texts.isClean(text.strip().replace("\r", ""), true)) {
            notes.add(note(row, field, cell, Fault.TEXT_CLEANED));
        }
        return switch (field) {
            case CATEGORY -> Optional.of(Cells.categoryPath(sheet.header().get(column), clean));
            case BRAND -> Optional.of(cut(row, clean, notes));
            case IMAGE_URL -> Optional.of(FURTHER_ADDRESSES.matcher(clean).replaceAll(""));
            case LANG -> orNote(row, field, cell, Cells.language(clean), notes);
            case QUANTITY -> orNote(row, field, cell, QuantityText.parse(clean).map(QuantityText::format), notes);
            case VARIANTS ->
                orNote(row, field, cell, Optional.of(cell.strip()).filter(RowReader::holdsVariants), notes);
            default -> Optional.of(clean);
        };
    }

    /** A column of another program may be called the same and hold anything. */
    private static boolean holdsVariants(String cell) {
        try {
            return !VariantDraft.list(cell).isEmpty();
        } catch (Rejected e) {
            return false;
        }
    }

    /** A code that is no true one becomes the shop's own code, unless the row names one already. */
    private void readCode(Spreadsheet.Row row, Map<ProductField, String> texts, List<RowNote> notes) {
        String cell = texts.remove(ProductField.GTIN);
        if (cell == null) {
            return;
        }
        String code = CodeText.code(cell);
        var gtin = CodeText.gtin(code, isbn);
        if (gtin.isPresent()) {
            texts.put(ProductField.GTIN, gtin.get().value());
        } else if (texts.containsKey(ProductField.SKU) || code.isEmpty() || CodeText.isScientific(code)) {
            notes.add(note(row, ProductField.GTIN, cell, Fault.NOT_READ, cell));
        } else {
            texts.put(ProductField.SKU, code);
            notes.add(note(row, ProductField.GTIN, cell, Fault.CODE_BECAME_SKU, code));
        }
    }

    private String cut(Spreadsheet.Row row, String brand, List<RowNote> notes) {
        if (brand.codePointCount(0, brand.length()) <= BRAND_LENGTH) {
            return brand;
        }
        notes.add(note(row, ProductField.BRAND, brand, Fault.TEXT_CUT, BRAND_LENGTH));
        String start = brand.substring(0, brand.offsetByCodePoints(0, BRAND_LENGTH));
        int comma = start.lastIndexOf(',');
        return (comma > 0 ? start.substring(0, comma) : start).strip();
    }

    private Optional<String> orNote(
            Spreadsheet.Row row, ProductField field, String cell, Optional<String> text, List<RowNote> notes) {
        if (text.isEmpty()) {
            notes.add(note(row, field, cell, Fault.NOT_READ, cell));
        }
        return text;
    }

    RowNote note(Spreadsheet.Row row, ProductField field, String cell, Fault fault, Object... arguments) {
        return new RowNote(row.number(), header(field), cell, Problem.of(field.key(), fault, arguments));
    }

    /** A problem of a draft, beside the cell it comes from. */
    RowNote note(Spreadsheet.Row row, Problem problem) {
        var field = ProductField.find(problem.field()).orElse(ProductField.OTHER_FIELDS);
        String cell = mapping.columnOf(field)
                .map(column -> row.cells().get(column))
                .orElse(mapping.constants().getOrDefault(field, ""));
        return new RowNote(row.number(), header(field), cell, problem);
    }

    private String header(ProductField field) {
        return mapping.columnOf(field).map(sheet.header()::get).orElse("");
    }
}
