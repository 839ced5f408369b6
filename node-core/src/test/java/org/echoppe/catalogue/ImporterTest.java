package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {
    @TempDir
    private Path folder;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Path file(String content) {
        return file(content, StandardCharsets.UTF_8);
    }

    private Path file(String content, Charset charset) {
        try {
            return Files.write(folder.resolve("file.csv"), content.getBytes(charset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportPlan plan(String content) {
        return plan(content, ProductKey.GTIN, List.of(), List.of());
    }

    private ImportPlan plan(String content, ProductKey key, List<String> map, List<String> set) {
        var sheet = shop.importer.open(file(content));
        return shop.importer.plan(sheet, shop.importer.guess(sheet, map, set), key, ImportProgress.NONE);
    }

    private ImportPlan take(String content) {
        return shop.importer.accept(plan(content), ImportProgress.NONE);
    }

    private Product product(String name) {
        return shop.catalogue.list(ProductQuery.all(0, 1_000)).list().stream()
                .filter(product -> product.record().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,;", "UTF-16LE,;", "UTF-16BE,|", "windows-1252,;", "UTF-8,|"})
    void encodingAndDelimiterAreFoundOut(String encoding, char delimiter) {
        String mark = encoding.startsWith("UTF-16") ? "\ufeff" : "";
        String table = "nom;prix\n\"Crème; épaisse\";4,35 €\n".replace(';', delimiter);
        var sheet = shop.importer.open(file(mark + table, Charset.forName(encoding)));
        assertThat(sheet.encoding()).isEqualTo(Charset.forName(encoding));
        assertThat(sheet.byteOrderMark()).isEqualTo(!mark.isEmpty());
        assertThat(sheet.delimiter()).isEqualTo(delimiter);
        assertThat(sheet.header()).containsExactly("nom", "prix");
        assertThat(sheet.rows().getFirst().cells().getFirst()).isEqualTo("Crème" + delimiter + " épaisse");
    }

    @Test
    void aByteOrderMarkAndATabAndExcelsOwnLineAreUnderstood() {
        assertThat(shop.importer.open(file("\ufeffname\tprice\nA\t1\n")).delimiter())
                .isEqualTo('\t');
        var sheet = shop.importer.open(file("sep=;\r\nnom;prix\r\nA;1\r\n"));
        assertThat(sheet.delimiter()).isEqualTo(';');
        assertThat(sheet.rows().getFirst().number()).isEqualTo(3);
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        for (var content : List.of("", "PK\u0003\u0004\0\0", "\n\n")) {
            assertThat(catchThrowableOfType(Rejected.class, () -> shop.importer.open(file(content)))
                            .problems())
                    .first()
                    .satisfies(problem -> assertThat(problem.fault()).isEqualTo(Fault.NOT_A_TABLE));
        }
        var broken =
                catchThrowableOfType(Rejected.class, () -> shop.importer.open(file("name,price\nA,1\n\"B,2\nC,3\n")));
        assertThat(broken.problems().getFirst().arguments()).containsExactly(3);
        assertThat(catchThrowableOfType(Rejected.class, () -> shop.importer.open(folder.resolve("none.csv")))
                        .problems()
                        .getFirst()
                        .fault())
                .isEqualTo(Fault.FILE_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Code-barres;Désignation;Prix de vente TTC;Taux de TVA;Qté en stock;Rayon;Contenance"
                        + " | gtin name price vat_rate stock category quantity",
                "Handle;Title;Body (HTML);Vendor;Variant SKU;Variant Inventory Qty;Variant Price;Variant Barcode;Image Src;Status"
                        + " | - name description brand sku stock price gtin image_url state",
                "UGS;Nom;Publié;Description;Tarif régulier;Catégories;Images;Stock;En stock ?"
                        + " | sku name state description price category image_url stock availability",
                "ID;SKU;GTIN, UPC, EAN, or ISBN;Name;Regular price;Categories" + " | - sku gtin name price category",
                "code;product_name;generic_name;quantity;brands;categories;ingredients_text;allergens;image_url"
                        + " | gtin name description quantity brand category ingredients allergens image_url",
                "original_title;title;isbn;authors;language_code | - name gtin brand lang"
            })
    void headersOfOtherProgramsAreUnderstood(String headers, String fields) {
        var names = List.of(headers.strip().split(";"));
        // a column of nothing else would be passed over for another of the same meaning
        String cells = String.join(";", names.stream().map(name -> "500 g").toList());
        var sheet = shop.importer.open(file(headers.strip() + "\n" + cells + "\n"));
        var mapping = shop.importer.guess(sheet);
        var guessed = java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> mapping.columns().containsKey(i)
                        ? mapping.columns().get(i).key()
                        : "-")
                .toList();
        assertThat(String.join(" ", guessed)).isEqualTo(fields);
    }

    @Test
    void aSecondImportUpdatesAndAnUnchangedOneChangesNothing() {
        String file = "gtin,name,price,stock\n3177630046030,Vanille,12.16,1\n3177630053014,Chocolat,7.45,22\n";
        assertThat(take(file).added()).hasSize(2);
        shop.publisher.publishNow();
        var before = shop.catalogue.list(ProductQuery.all(0, 10)).list();
        shop.clock.pass(Duration.ofDays(1));
        var same = take(file);
        assertThat(same.unchanged()).isEqualTo(2);
        assertThat(shop.catalogue.list(ProductQuery.all(0, 10)).list()).isEqualTo(before);
        assertThat(shop.publisher.publishNow()).isEmpty();
        var changed = take("gtin,name,price\n3177630046030,Vanille,\"11,00\"\n").changed();
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().changes()).containsExactly(new FieldChange(ProductField.PRICE, "12,16", "11,00"));
        assertThat(product("Vanille").backroom().stock()).hasValue(1);
        assertThat(product("Vanille").key()).isEqualTo(before.getLast().key());
    }

    @Test
    void whatAFileDoesNotMentionIsNotBlanked() {
        take("gtin,name,description,price\n3177630046030,Vanille,Douce,12.16\n");
        take("gtin,name,description,price\n3177630046030,Vanille,,\n");
        assertThat(product("Vanille").record().description()).isEqualTo("Douce");
        assertThat(product("Vanille").state()).isEqualTo(ProductState.PUBLISHED);
    }

    @Test
    void rejectedRowsAreNamedAndStopNothing() {
        var plan = take(
                "gtin;nom;prix;tva\n;Bon;1 234,50 €;5,5 %\n;;2,00;20\n;Cher;beaucoup;20\n;Large;4,35;20;x\n;Juste;3;20;\n");
        assertThat(plan.rejectedRows()).isEqualTo(3);
        assertThat(plan.rejected().stream()
                        .map(note -> note.row() + " " + note.column() + " " + note.cell() + " "
                                + note.problem().fault()))
                .containsExactly("3 nom  REQUIRED", "4 prix beaucoup NOT_A_PRICE", "5   ROW_TOO_WIDE");
        assertThat(shop.products.count()).isEqualTo(2);
        assertThat(product("Bon").record().price().orElseThrow().money().minorUnits())
                .isEqualTo(123_450);
        assertThat(product("Bon").record().price().orElseThrow().vatRate()).hasValue(550);
    }

    @Test
    void aDryRunWritesNothing() {
        assertThat(plan("gtin,name,price\n3177630046030,Vanille,12.16\n").added())
                .hasSize(1);
        assertThat(shop.products.count()).isZero();
    }

    @Test
    void aPlanThatTheCatalogueOvertookIsMadeAnew() {
        var plan = plan("sku,name,price\nC1,Comté,4\n");
        shop.catalogue.add(TestShop.draft("name", "Comté vieux", "sku", "C1", "price", "5"));
        var done = shop.importer.accept(plan, ImportProgress.NONE);
        assertThat(done.added()).isEmpty();
        assertThat(done.changed()).hasSize(1);
        assertThat(shop.products.count()).isEqualTo(1);
    }

    @Test
    void aWrongCodeBecomesTheShopsOwnAndIsFoundAgain() {
        String file = "gtin,name,price\n3178500411843,Purée,2\nA-17,Vrac,3\n";
        var plan = take(file);
        assertThat(plan.warnings().stream()
                        .map(note -> note.row() + " " + note.cell() + " "
                                + note.problem().fault()))
                .containsExactly("2 3178500411843 CODE_BECAME_SKU", "3 A-17 CODE_BECAME_SKU");
        assertThat(product("Purée").record().sku()).isEqualTo("3178500411843");
        assertThat(product("Purée").record().gtin()).isEmpty();
        assertThat(take(file).unchanged()).isEqualTo(2);
    }

    @Test
    void rowsWithoutAnyCodeAreKnownByNameAndStayApart() {
        String file = "name,brand,price\nTome,A,1\nTome,B,2\nTome,A,3\n";
        assertThat(take(file).added()).hasSize(3);
        assertThat(take(file).unchanged()).isEqualTo(3);
        assertThat(shop.products.count()).isEqualTo(3);
    }

    @Test
    void aKeyWithRepeatedValuesIsRefusedBeforeAnythingIsWritten() {
        String file = "ean,sku,name\n3177630046030,1,A\n3177630046030,2,B\n3177630053014,2,B\n";
        for (var key : ProductKey.values()) {
            var rejected = catchThrowableOfType(Rejected.class, () -> plan(file, key, List.of(), List.of()));
            assertThat(rejected.problems().getFirst().fault()).isEqualTo(Fault.KEY_COLUMN_DUPLICATES);
        }
    }

    @Test
    void aKeyThatNoColumnHoldsIsAskedFor() {
        var rejected = catchThrowableOfType(
                Rejected.class, () -> plan("name,price\nA,1\n", ProductKey.SKU, List.of(), List.of()));
        assertThat(rejected.problems().getFirst().fault()).isEqualTo(Fault.KEY_COLUMN_MISSING);
    }

    @Test
    void theGuessCanBeCorrected() {
        var plan = plan(
                "a;b;prix\nComté;C1;4\n",
                ProductKey.SKU,
                List.of("a=name", "b=sku", "prix="),
                List.of("price=9,90", "vat-rate=20"));
        var record = plan.added().getFirst().after().record();
        assertThat(record.name()).isEqualTo("Comté");
        assertThat(record.price().orElseThrow().money().minorUnits()).isEqualTo(990);
        var rejected = catchThrowableOfType(
                Rejected.class,
                () -> plan("a\nb\n", ProductKey.NAME, List.of("x=name", "a=color"), List.of("colour=red")));
        assertThat(rejected.problems().stream().map(problem -> problem.field() + " " + problem.fault()))
                .containsExactly("map NOT_FOUND", "map UNKNOWN_FIELD", "set UNKNOWN_FIELD");
    }

    @Test
    void htmlIsReadAndInvisibleCharactersAreTakenOut() {
        var plan = take(
                "name,description,price\nCr&egrave;me &amp; Cie\u008d,<p>Douce</p><p>L&#39;&eacute;t&eacute; < 5 kg</p>,1\n");
        var record = plan.added().getFirst().after().record();
        assertThat(record.name()).isEqualTo("Crème & Cie");
        assertThat(record.description()).isEqualTo("Douce\nL'été < 5 kg");
        assertThat(plan.warnings().getFirst().problem().fault()).isEqualTo(Fault.TEXT_CLEANED);
    }

    @Test
    void aCodeThatAnotherProductHasIsLeftOutOfTheRow() {
        var comte = shop.catalogue.add(TestShop.draft("name", "Comté", "gtin", "3177630046030", "sku", "C1"));
        var plan = take("ean,sku,name\n3177630053014,C1,Morbier\n4006381333931,N1,A\n3017620422003,N1,B\n");
        assertThat(plan.warnings())
                .extracting(note -> note.row() + " " + note.problem().sentence(Language.EN))
                .containsExactly(
                        "2 “C1” is already the code of “Comté”: the product is kept without this code.",
                        "4 “N1” is already the code of “A”: the product is kept without this code.");
        assertThat(product("Morbier").record().sku()).isEmpty();
        assertThat(product("B").record().sku()).isEmpty();
        shop.catalogue.change(product("Morbier").key(), TestShop.draft("price", "3"));
        shop.catalogue.remove(comte.key());
    }

    @Test
    void aRowWithNothingElseToKnowItByIsRefusedWhenItsCodeIsTaken() {
        shop.catalogue.add(TestShop.draft("name", "Comté", "sku", "C1"));
        var plan = plan("sku,name\nC1,Morbier\n", ProductKey.NAME, List.of(), List.of());
        assertThat(plan.rows()).isEmpty();
        assertThat(plan.rejected().getFirst().problem()).isEqualTo(Problem.of("sku", Fault.DUPLICATE, "C1", "Comté"));
    }

    @Test
    void aCodeThatARowGivesUpIsFreeForTheNext() {
        shop.catalogue.add(TestShop.draft("name", "A", "gtin", "3177630046030", "sku", "S"));
        shop.catalogue.add(TestShop.draft("name", "B", "gtin", "3177630053014"));
        take("ean,sku,name\n3177630046030,T,A\n3177630053014,S,B\n");
        assertThat(product("A").record().sku()).isEqualTo("T");
        assertThat(product("B").record().sku()).isEqualTo("S");
    }

    @Test
    void ofTwoProductsThatShareACodeEachCanBeEditedAndRemoved() {
        var one = shop.catalogue.add(TestShop.draft("name", "Comté", "sku", "C1"));
        var other = new Product(
                shop.catalogue.newKey(key -> false),
                one.state(),
                true,
                one.record(),
                one.backroom(),
                one.publishedCid(),
                one.updatedAt());
        shop.catalogue.saveAll(List.of(other));
        shop.catalogue.change(one.key(), TestShop.draft("name", "Comté vieux"));
        assertThat(plan("sku,name\nC1,Comté jeune\n").rejected()).isEmpty();
        shop.catalogue.remove(one.key());
        shop.catalogue.change(other.key(), TestShop.draft("price", "4"));
    }

    @Test
    void theProductOnSaleIsMeantAndNotAWithdrawnOneOfTheSameCodeOrName() {
        for (var fields : List.of(
                List.of("name", "Comté", "sku", "C1"),
                List.of("name", "Morbier", "gtin", "3177630046030"),
                List.of("name", "Sans code"))) {
            var draft = TestShop.draft(fields.toArray(String[]::new));
            var withdrawn = shop.catalogue.add(draft);
            shop.catalogue.remove(withdrawn.key());
            var live = shop.catalogue.add(draft);
            var plan = plan("ean,sku,name,price\n%s,%s,%s,4\n"
                    .formatted(
                            draft.text(ProductField.GTIN),
                            draft.text(ProductField.SKU),
                            draft.text(ProductField.NAME)));
            assertThat(plan.changed())
                    .extracting(change -> change.after().key())
                    .containsExactly(live.key());
        }
        var byName = plan("name,price\nComté,4\n", ProductKey.NAME, List.of(), List.of());
        assertThat(byName.changed()).hasSize(1);
    }

    @Test
    void whatIsSavedByHandWhileAnImportIsCarriedOutIsNotLost() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "sku", "C1", "stock", "3"));
        var plan = plan("sku,name\nC1,Comté vieux\n");
        var hands = new ArrayList<Thread>();
        shop.importer.accept(plan, (stage, done, all) -> {
            if (stage == ImportProgress.Stage.SAVING && done == 0) {
                var hand = Thread.ofVirtual()
                        .start(() -> shop.catalogue.change(product.key(), TestShop.draft("stock", "8")));
                hands.add(hand);
                join(hand, Duration.ofMillis(300));
            }
        });
        join(hands.getFirst(), Duration.ofMinutes(1));
        var now = shop.catalogue.find(product.key()).orElseThrow();
        assertThat(now.record().name()).isEqualTo("Comté vieux");
        assertThat(now.backroom().stock()).hasValue(8);
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWithdrawnProductThatAFileNamesAgainIsOnSaleAgain() {
        take("sku,name,price,stock\nC1,Comté,4,2\n");
        var product = product("Comté");
        shop.catalogue.remove(product.key());
        assertThat(take("sku,name,price,stock\nC1,Comté,4,2\n").added()).hasSize(1);
        assertThat(product("Comté").key()).isEqualTo(product.key());
        assertThat(product("Comté").state()).isEqualTo(ProductState.PUBLISHED);
    }

    @Test
    void thePricesOfAFileAgreeOnTheirDecimalSign() {
        take("sku;name;price\n1;A;1.250\n2;B;3,50\n3;C;4,00\n");
        assertThat(product("A").record().price().orElseThrow().money().minorUnits())
                .isEqualTo(125_000);
        var plan = take("sku;name;price\n4;D;1.255\n5;E;3.50\n");
        assertThat(plan.rejected().getFirst().problem().fault()).isEqualTo(Fault.NOT_A_PRICE);
        assertThat(product("E").record().price().orElseThrow().money().minorUnits())
                .isEqualTo(350);
    }

    @Test
    void theErrorsFileSaysRowByRowWhy() throws IOException {
        var plan = plan("gtin,name,price\n3178500411843,Purée,2\n,=1+1,abc\n");
        Path errors = folder.resolve("file.csv.errors.csv");
        assertThat(ErrorsFile.write(plan, errors, Language.FR)).isTrue();
        assertThat(Files.readAllLines(errors))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("3,rejected,price,abc,"))
                .anyMatch(line -> line.startsWith("2,kept,gtin,3178500411843,"));
        assertThat(ErrorsFile.write(plan("name,price\nA,1\n"), errors, Language.FR))
                .isFalse();
        assertThat(errors).doesNotExist();
    }

    @Test
    void availabilityIsSaidOrToldByTheStock() {
        take("sku,name,price,stock,availability\n1,A,1,2,\n2,B,1,0,preOrder\n3,C,1,,rupture\n4,D,1,-3,\n");
        assertThat(product("A").record().availability()).contains(Availability.LIMITED);
        assertThat(product("B").record().availability()).contains(Availability.PRE_ORDER);
        assertThat(product("C").record().availability()).contains(Availability.OUT_OF_STOCK);
        assertThat(product("D").record().availability()).contains(Availability.OUT_OF_STOCK);
    }

    @Test
    void anImportIsTakenBackButForWhatWasChangedSince() {
        take("""
                EAN;Désignation;Prix;Qté
                3017620422003;Croissant;1,20;24
                3228857000852;Pain;2,90;6
                """);
        var gone = product("Pain");
        shop.catalogue.remove(gone.key());
        shop.clock.pass(Duration.ofSeconds(5));
        var croissant = product("Croissant");
        var done = shop.importer.acceptUndoably(plan("""
                EAN;Désignation;Prix;Qté
                3017620422003;Croissant au beurre;1,30;20
                3228857000852;Pain;3,10;6
                3178500411843;Sablés;2,80;0
                3175680011480;Biscottes;1,95;9
                """), ImportProgress.NONE);
        assertThat(done.undo().size()).isEqualTo(4);
        shop.catalogue.change(product("Biscottes").key(), TestShop.draft("stock", "8"));
        var outcome = shop.catalogue.undo(done.undo());
        assertThat(outcome.restored()).isEqualTo(3);
        assertThat(outcome.kept()).containsExactly("Biscottes");
        assertThat(product("Croissant")).isEqualTo(croissant);
        assertThat(shop.catalogue.find(gone.key()).orElseThrow().state()).isEqualTo(ProductState.WITHDRAWN);
        assertThat(shop.catalogue.find("3178500411843")).as("withdrawn").isEmpty();
        assertThat(shop.catalogue.count()).isEqualTo(2);
    }

    @Test
    void codesThatAnImportMovedAlongMoveBack() {
        take("""
                EAN;Désignation;Prix;SKU
                3017620422003;Croissant;1,20;A
                3228857000852;Pain;2,90;B
                """);
        var done = shop.importer.acceptUndoably(plan("""
                EAN;Désignation;Prix;SKU
                3228857000852;Pain;2,90;C
                3017620422003;Croissant;1,20;B
                """), ImportProgress.NONE);
        assertThat(TakenCodes.code(product("Croissant"), ProductField.SKU)).isEqualTo("B");
        var outcome = shop.catalogue.undo(done.undo());
        assertThat(outcome.kept()).isEmpty();
        assertThat(outcome.restored()).isEqualTo(2);
        assertThat(TakenCodes.code(product("Croissant"), ProductField.SKU)).isEqualTo("A");
        assertThat(TakenCodes.code(product("Pain"), ProductField.SKU)).isEqualTo("B");
    }

    @Test
    void aPlanIsMadeAnewAfterAChangeOfManyProductsAndAfterItsUndo() {
        take("""
                EAN;Désignation;Prix
                3017620422003;Croissant;1,20
                """);
        var key = List.of(product("Croissant").key());
        String dearer = """
                EAN;Désignation;Prix
                3017620422003;Croissant;1,30
                """;
        var before = plan(dearer);
        var raised = shop.catalogue.change(key, new BulkChange.Write(ProductField.BRAND, "Maison"));
        shop.importer.accept(before, ImportProgress.NONE);
        assertThat(product("Croissant").record().brand()).isEqualTo("Maison");
        var again = plan(dearer.replace("1,30", "1,40"));
        shop.catalogue.undo(raised.undo());
        shop.importer.accept(again, ImportProgress.NONE);
        assertThat(product("Croissant").record().brand()).isEmpty();
    }
}
