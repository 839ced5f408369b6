package org.echoppe.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ImportKind;
import org.echoppe.app.products.ImportLine;
import org.echoppe.app.products.ImportPreview;
import org.echoppe.app.products.ImportTable;
import org.echoppe.app.products.Imported;
import org.echoppe.catalogue.Mapping;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.Spreadsheet;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** A file that says the same whatever it is, for the steps of an import. */
final class FakeImports implements ImportDesk {
    private final FakeShop shop;

    FakeImports(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public ImportTable read(Path file, @Nullable Charset encoding, @Nullable Character delimiter) {
        shop.ask();
        var sheet = new Spreadsheet(
                file,
                encoding == null ? StandardCharsets.UTF_8 : encoding,
                false,
                delimiter == null ? ';' : delimiter,
                List.of("EAN", "Désignation", "Prix TTC", "TVA", "Qté", "Rayon interne"),
                List.of(
                        row(2, "3017620422003", "Pâte à tartiner", "3,90", "5,5", "12", "A4"),
                        row(3, "3228857000852", "Pain de mie complet", "2,15", "5,5", "8", "B1"),
                        row(4, "3178500411843", "Sablés bretons au beurre salé", "2,80", "5,5", "0", "A2")));
        var mapping = new Mapping(
                Map.of(
                        0, ProductField.GTIN,
                        1, ProductField.NAME,
                        2, ProductField.PRICE,
                        3, ProductField.VAT_RATE,
                        4, ProductField.STOCK),
                Map.of());
        return new ImportTable(sheet, mapping, ProductKey.GTIN);
    }

    @Override
    public ImportPreview plan(ImportTable table, Language language, Progress progress) {
        shop.ask();
        return preview(language);
    }

    @Override
    public @Nullable Imported accept(Language language, Progress progress, BooleanSupplier cancelled) {
        progress.at(2, 5);
        shop.ask();
        if (cancelled.getAsBoolean()) {
            return null;
        }
        var made = List.of(
                shop.put("Pâte à tartiner", "Épicerie", "3,90", "12"),
                shop.put("Pain de mie complet", "Pains", "2,15", "8"));
        return new Imported(preview(language), undoing -> {
            shop.goods.keySet().removeAll(made);
            return List.of();
        });
    }

    @Override
    public void saveRefused(Path file, Language language) {}

    private static Spreadsheet.Row row(int number, String... cells) {
        return new Spreadsheet.Row(number, List.of(cells));
    }

    private static ImportPreview preview(Language language) {
        boolean french = language == Language.FR;
        return new ImportPreview(
                Map.of(
                        ImportKind.ADDED, 3,
                        ImportKind.CHANGED, 1,
                        ImportKind.UNCHANGED, 1,
                        ImportKind.REFUSED, 1,
                        ImportKind.NOTED, 1),
                french ? FRENCH : ENGLISH,
                List.of(
                        french
                                ? "La colonne « isbn13 » a été abîmée par un tableur."
                                : "A spreadsheet spoiled the column “isbn13”."));
    }

    private static final List<ImportLine> FRENCH = List.of(
            new ImportLine(2, ImportKind.ADDED, "Pâte à tartiner", "3,90\u00a0€ · 12 en stock"),
            new ImportLine(3, ImportKind.ADDED, "Pain de mie complet", "2,15\u00a0€ · 8 en stock"),
            new ImportLine(
                    4,
                    ImportKind.ADDED,
                    "Tarte aux pommes",
                    "12,00\u00a0€ · Parts\u00a0: 4 (12,00\u00a0€), 6 (17,00\u00a0€), 8 (21,50\u00a0€)"),
            new ImportLine(5, ImportKind.CHANGED, "Croissant au beurre", "Prix\u00a0: 1,20 → 1,30"),
            new ImportLine(6, ImportKind.UNCHANGED, "Pain de campagne 500 g", ""),
            new ImportLine(7, ImportKind.REFUSED, "Sablés", "Prix TTC\u00a0: « offert » n’est pas un prix."),
            new ImportLine(
                    8,
                    ImportKind.NOTED,
                    "Sablés bretons au beurre salé",
                    "EAN\u00a0: « 3178500411843 » n’est pas un code-barres valable."));

    private static final List<ImportLine> ENGLISH = List.of(
            new ImportLine(2, ImportKind.ADDED, "Pâte à tartiner", "€3.90 · 12 in stock"),
            new ImportLine(3, ImportKind.ADDED, "Pain de mie complet", "€2.15 · 8 in stock"),
            new ImportLine(
                    4, ImportKind.ADDED, "Tarte aux pommes", "€12.00 · Slices: 4 (€12.00), 6 (€17.00), 8 (€21.50)"),
            new ImportLine(5, ImportKind.CHANGED, "Croissant au beurre", "Price: 1.20 → 1.30"),
            new ImportLine(6, ImportKind.UNCHANGED, "Pain de campagne 500 g", ""),
            new ImportLine(7, ImportKind.REFUSED, "Sablés", "Prix TTC: “offert” is not a price."),
            new ImportLine(
                    8,
                    ImportKind.NOTED,
                    "Sablés bretons au beurre salé",
                    "EAN: “3178500411843” is not a valid barcode."));
}
