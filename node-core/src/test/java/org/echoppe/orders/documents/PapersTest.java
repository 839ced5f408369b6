package org.echoppe.orders.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.echoppe.domain.Language;
import org.echoppe.orders.NumberSeries;
import org.echoppe.records.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is on the papers, as it is read, copied, scanned and listened to. */
class PapersTest {
    static final List<String> ALL = List.of(
            "invoice",
            "transfer",
            "long",
            "credit",
            "english",
            "no-vat",
            "receipt",
            "slip-80",
            "slip-a4",
            "delivery-80",
            "english-credit",
            "english-receipt",
            "english-slip-80",
            "english-slip-a4");

    private static final Map<String, Supplier<byte[]>> PAPERS = Map.ofEntries(
            Map.entry("invoice", () -> Papers.bill(Samples.invoice())),
            Map.entry("transfer", () -> Papers.bill(Samples.transferInvoice())),
            Map.entry("long", () -> Papers.bill(Samples.longInvoice())),
            Map.entry("credit", () -> Papers.bill(Samples.creditNote())),
            Map.entry("english", () -> Papers.bill(Samples.englishInvoice())),
            Map.entry("no-vat", () -> Papers.bill(Samples.withoutVat())),
            Map.entry("receipt", () -> Papers.bill(Samples.receipt())),
            Map.entry("slip-80", () -> Papers.slip(Samples.pickup(), Paper.ROLL)),
            Map.entry("slip-a4", () -> Papers.slip(Samples.pickup(), Paper.A4)),
            Map.entry("delivery-80", () -> Papers.slip(Samples.delivery(), Paper.ROLL)),
            Map.entry("english-credit", () -> Papers.bill(Samples.englishCreditNote())),
            Map.entry("english-receipt", () -> Papers.bill(Samples.englishReceipt())),
            Map.entry("english-slip-80", () -> Papers.slip(Samples.englishPickup(), Paper.ROLL)),
            Map.entry("english-slip-a4", () -> Papers.slip(Samples.englishPickup(), Paper.A4)));

    private static Printed printed(String name) {
        return new Printed(Objects.requireNonNull(PAPERS.get(name)).get());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nothingIsCutAtTheEdgeAndPrintedAgainItIsTheSameFile(String name) throws IOException {
        var paper = printed(name);
        float margin = name.contains("80") || name.endsWith("receipt") ? Paper.ROLL.margin() : Paper.A4.margin();
        Files.createDirectories(Path.of("target", "papers"));
        for (int page = 0; page < paper.pages(); page++) {
            assertThat(paper.clean(page, margin - 2)).as("page %d", page).isTrue();
            var picture = Path.of("target", "papers", name + "-" + (page + 1) + ".png");
            ImageIO.write(paper.picture(page, 100), "png", picture.toFile());
        }
        assertThat(printed(name).file()).isEqualTo(paper.file());
    }

    @Test
    void anInvoiceSaysWhatTheLawAsks() {
        assertThat(printed("invoice").text())
                .contains(
                        "Facture F2026-000123",
                        "L’Épicerie du Cœur",
                        "Épicerie du Cœur SARL",
                        "12 rue de la République",
                        "SIRET 823 456 789 00017",
                        "N° de TVA FR32823456789",
                        "Zoé Béranger-Nuñez",
                        "4 bis allée des Érables, bâtiment C",
                        "Date d’émission : 24 novembre 2026",
                        "Date de remise des articles : 23 novembre 2026",
                        "Comté affiné 18 mois",
                        "0,350 kg 27,39 €/kg 5,5 % 28,90 €/kg 10,12 €",
                        "« Les Hauts de l’Œuvre »",
                        "10 % 10,73 € 1,07 € 11,80 €",
                        "20 % 29,75 € 5,95 € 35,70 €",
                        "Total HT 57,04 €",
                        "Total TVA 7,93 €",
                        "Total TTC 64,97 €",
                        "Payé le 24 novembre 2026 : carte bancaire")
                .doesNotContain("293 B", "441-10", "□");
    }

    @Test
    void aBusinessIsToldWhatLatePaymentCosts() {
        assertThat(printed("transfer").text())
                .contains(
                        "Café Łódź & Fils",
                        "SIRET 732 829 320 00074",
                        "N° de TVA FR44732829320",
                        "livraisons de biens",
                        "indemnité forfaitaire de 40 €",
                        "IBAN : FR76 3000 6000 0112 3456 7890 189",
                        "au plus tard le 24 décembre 2026");
    }

    @Test
    void aShopThatChargesNoVatSaysWhy() {
        assertThat(printed("no-vat").text())
                .contains("TVA non applicable, art. 293 B du CGI.", "SIREN 823 456 789", "Total 54,50 €")
                .doesNotContain("HT");
    }

    @Test
    void aCreditNoteNamesTheInvoiceItTakesBack() {
        assertThat(printed("credit").text())
                .contains(
                        "Avoir A2026-000007",
                        "F2026-000122",
                        "14 novembre 2026",
                        "Remboursé le 24 novembre 2026 : virement");
    }

    @Test
    void aShopInEnglishWritesEnglish() {
        assertThat(printed("english").text())
                .contains(
                        "Invoice F2026-000123",
                        "Date of issue: 24 November 2026",
                        "€28.90/kg",
                        "Total incl. VAT €21.82",
                        "Ireland",
                        "To pay on receipt: €21.82",
                        "Page 1 of 1")
                .doesNotContain("TVA");
        assertThat(printed("english-credit").text())
                .contains("Credit note A2026-000008", "Refunded on 24 November 2026", "Oisín Murphy");
        assertThat(printed("english-receipt").text())
                .contains("Receipt T2026-000046", "TOTAL €18.82", "Paid: cash")
                .doesNotContain("TVA");
        assertThat(printed("english-slip-80").text()).contains("Pick-up Wednesday", "Please wrap them up.", "€8.70");
    }

    @Test
    void aHundredLinesFillPagesThatRepeatTheirHeads() {
        var paper = printed("long");
        assertThat(paper.pages()).isEqualTo(4);
        for (int page = 1; page <= 4; page++) {
            assertThat(paper.text(page))
                    .contains("Facture F2026-000123", "Prix unitaire HT", "Page " + page + " sur 4");
        }
        assertThat(paper.text(4)).contains("Article n° 100", "Total TTC 2 261,98 €");
    }

    @Test
    void aReceiptIsAsLongAsItNeeds() {
        var paper = printed("receipt");
        assertThat(paper.text())
                .contains(
                        "Ticket T2026-000045",
                        "24 novembre 2026, 12 h 05",
                        "2 × 5,90 €, TVA 10 %",
                        "TOTAL 61,97 €",
                        "Payé : espèces");
        float height = paper.with(document -> document.getPage(0).getMediaBox().getHeight());
        assertThat(height).isBetween(300f, 500f);
    }

    @Test
    void theCodesOnPaperAreReadToTheLetter() {
        var transfer = (Settlement.Transfer) Samples.transferInvoice().settlement();
        assertThat(printed("transfer").code()).isEqualTo(transfer.code().text());
        assertThat(printed("slip-80").code()).isEqualTo("B-0042");
        assertThat(printed("slip-a4").code()).isEqualTo("B-0042");
    }

    @Test
    void aSlipSaysWhenWhatForWhomAndWhetherItIsPaid() {
        assertThat(printed("slip-80").text())
                .contains(
                        "B-42",
                        "Retrait mercredi 25 novembre",
                        "8 h 15 – 8 h 45",
                        "12 ×",
                        "0,350 kg",
                        "Œufs",
                        "couper le pain",
                        "À ENCAISSER 17,32 €",
                        "06 12 34 56 78");
        assertThat(printed("delivery-80").text())
                .contains("À livrer", "69500 Bron", "Livraison 3,00 €", "PAYÉ 20,32 €");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void titleAndLanguageAreSetAndAScreenReaderFindsItsWay(String name) {
        printed(name).with(document -> {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).contains(" · ");
            assertThat(catalog.getLanguage()).isEqualTo(name.startsWith("english") ? "en-GB" : "fr-FR");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(xmpTitle(document))
                    .isEqualTo(document.getDocumentInformation().getTitle());
            var types = types(catalog.getStructureTreeRoot(), new ArrayList<>());
            assertThat(types).startsWith("Document").contains("H1", "P");
            assertThat(types.contains("TH")).isEqualTo(types.contains("Table"));
            return null;
        });
    }

    private static List<String> types(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                types(element, types);
            }
        }
        return types;
    }

    private static String xmpTitle(PDDocument document) {
        try (var data = document.getDocumentCatalog().getMetadata().exportXMPMetadata()) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(data.readAllBytes()))
                    .getElementsByTagName("rdf:li")
                    .item(0)
                    .getTextContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesInOtherLettersComeOutRightOrAreMarked() {
        assertThat(text("Ελένη Παπαδοπούλου")).contains("Ελένη Παπαδοπούλου").doesNotContain("□");
        assertThat(text("Юлия Ёлкина, Đặng Thị Hồng"))
                .contains("Юлия Ёлкина, Đặng Thị Hồng")
                .doesNotContain("□");
        assertThat(text("שרה לוי")).contains("שרה לוי").doesNotContain("□");
        assertThat(text("王小明 🥐 Li")).contains("□□□ □ Li", "□ : un caractère que ce document ne sait pas écrire");
        assertThat(text("Ste\u0301phane\u200b\u0007\nRue")).contains("Stéphane").doesNotContain("□");
    }

    private static String text(String name) {
        var buyer = new Buyer(name, Samples.BRON, "", "");
        return new Printed(Papers.bill(Samples.bill(
                        Samples.grocer(), Samples.invoiceNumber(), buyer, Samples.basket(), 0, new Settlement.Due(""))))
                .text();
    }

    @Test
    void aBillThatDoesNotAddUpIsNotPrinted() {
        var right = Samples.invoice();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(right, right.lines().subList(1, 3), right.vat()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(right, right.lines(), right.vat().subList(1, 3)));
        var credit = new DocumentNumber(NumberSeries.CREDIT_NOTE, 2026, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bill(
                        right.shop(),
                        right.zone(),
                        credit,
                        right.issued(),
                        right.delivered(),
                        "",
                        right.buyer(),
                        right.deliveredTo(),
                        right.lines(),
                        right.fee(),
                        right.vat(),
                        right.total(),
                        right.settlement(),
                        right.corrects(),
                        ""))
                .withMessageContaining("credit note");
        var code = Samples.transferInvoice().settlement();
        var back = Samples.creditNote().number();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.bill(Samples.grocer(), back, Samples.shopper(), Samples.basket(), 0, code))
                .withMessageContaining("not for a credit note");
    }

    private static Bill with(Bill bill, List<BillLine> lines, List<Bill.Vat> vat) {
        return new Bill(
                bill.shop(),
                bill.zone(),
                bill.number(),
                bill.issued(),
                bill.delivered(),
                bill.order(),
                bill.buyer(),
                bill.deliveredTo(),
                lines,
                bill.fee(),
                vat,
                bill.total(),
                bill.settlement(),
                bill.corrects(),
                "");
    }

    @Test
    void anAddressAbroadNamesItsCountry() {
        var seller = new Seller(Samples.grocer(), new Texts(Language.FR));
        assertThat(seller.address(new Address("", "1000", "Bruxelles", "BE"), "FR"))
                .containsExactly("1000 Bruxelles", "Belgique");
        assertThat(seller.address(Samples.LYON, "FR")).hasSize(2);
    }

    @Test
    void bothLanguagesHaveEveryWord() {
        var french = ResourceBundle.getBundle("org.echoppe.orders.documents.texts", Language.FR.locale());
        var english = ResourceBundle.getBundle("org.echoppe.orders.documents.texts", Language.EN.locale());
        assertThat(english.keySet()).isEqualTo(french.keySet());
        french.keySet().forEach(key -> assertThat(french.getString(key)).as(key).doesNotContain(" :", " %", " €"));
    }
}
