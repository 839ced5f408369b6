package org.echoppe.orders.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Iban;
import org.echoppe.domain.Money;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.documents.EpcCode.Reference.Creditor;
import org.echoppe.orders.documents.EpcCode.Reference.Words;
import org.echoppe.records.BankTransfer;
import org.junit.jupiter.api.Test;

/** The text of a transfer's code, line by line of EPC069-12, and what it refuses. */
class EpcCodeTest {
    private static final Iban SWISS = new Iban("CH9300762011623852957");

    @Test
    void theLinesStandInTheOrderOfTheGuideline() {
        assertThat(code("Épicerie du Cœur", "", 1, new Words("F2026-000123")).text())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\n\nÉpicerie du Cœur\nFR7630006000011234567890189\nEUR0.01\n\n\nF2026-000123");
        var number = new CreditorReference("RF18539007547034");
        assertThat(code("Épicerie", "AGRIFRPP", 99_999_999_999L, new Creditor(number))
                        .text())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nAGRIFRPP\nÉpicerie\nFR7630006000011234567890189\nEUR999999999.99\n\nRF18539007547034");
    }

    @Test
    void everyLimitIsNamedAtItsField() {
        assertThat(faults("x".repeat(71), "AGRI", Samples.euros(0), new Words("y".repeat(141))))
                .containsExactly("holder TOO_LONG", "bic NOT_A_BIC", "amount OUT_OF_RANGE", "reference TOO_LONG");
        assertThat(faults("", "AGRIFRPPXX", Samples.euros(100_000_000_000L), new Words("a\nEUR9999")))
                .containsExactly("holder REQUIRED", "bic NOT_A_BIC", "amount OUT_OF_RANGE", "reference ILLEGAL_TEXT");
        assertThat(faults("x", "", new Money(100, Currency.getInstance("CHF")), new Words("y")))
                .containsExactly("amount NOT_IN_EUROS");
    }

    @Test
    void outsideTheEuropeanEconomicAreaTheBicIsNeeded() {
        assertThat(catchThrowableOfType(
                                Rejected.class, () -> new EpcCode("x", SWISS, "", Samples.euros(1), new Words("y")))
                        .problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.field() + problem.fault()).isEqualTo("bic" + Fault.REQUIRED));
        assertThat(new EpcCode("x", SWISS, "POFICHBEXXX", Samples.euros(1), new Words("y")).text())
                .contains("\nPOFICHBEXXX\n");
    }

    @Test
    void theLargestCodeIsOfVersion13() {
        var fits = code("x".repeat(70), "AGRIFRPPXXX", 99_999_999_999L, new Words("é".repeat(93)));
        assertThat(fits.text().getBytes(StandardCharsets.UTF_8).length).isEqualTo(329);
        assertThat(fits.code().size()).isLessThanOrEqualTo(17 + 4 * 13);
        assertThat(faults("x".repeat(70), "AGRIFRPPXXX", Samples.euros(1), new Words("é".repeat(140))))
                .containsExactly(" TRANSFER_CODE_TOO_LONG");
    }

    @Test
    void aReferenceGetsItsCheckDigits() {
        assertThat(CreditorReference.of("5390-0754-7034").value()).isEqualTo("RF18539007547034");
        assertThat(new CreditorReference("RF18539007547034").groups()).isEqualTo("RF18 5390 0754 7034");
        assertThat(CreditorReference.of("F2026-000123").value()).matches("RF\\d\\dF2026000123");
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditorReference("RF19539007547034"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditorReference.of("--"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditorReference.of("1".repeat(22)));
    }

    @Test
    void anAccountThatCannotBeReadGivesNoCode() {
        var account = new BankTransfer("Épicerie", "FR76 3000 6000 0112 3456 7890 189", "");
        assertThat(EpcCode.to(account, Samples.euros(2_440), "B-0042")
                        .orElseThrow()
                        .text())
                .contains("EUR24.40");
        assertThat(EpcCode.to(new BankTransfer("x", "FR76", ""), Samples.euros(1), "B"))
                .isEmpty();
        assertThat(EpcCode.to(account, Samples.euros(0), "B")).isEmpty();
    }

    @Test
    void aDocumentsNumberIsReadAsItIsWritten() {
        var number = new DocumentNumber(NumberSeries.CREDIT_NOTE, 2026, 123);
        assertThat(number.text()).isEqualTo("A2026-000123");
        assertThat(DocumentNumber.parse("A2026-000123")).contains(number);
        assertThat(DocumentNumber.parse(new DocumentNumber(NumberSeries.RECEIPT, 2027, 1_234_567).text()))
                .isPresent();
        for (var wrong : List.of("B2026-000123", "F2026-000000", "F2026-123", "F2026-0000123", "F0999-000001", "")) {
            assertThat(DocumentNumber.parse(wrong)).as(wrong).isEmpty();
        }
    }

    private static EpcCode code(String holder, String bic, long cents, EpcCode.Reference reference) {
        return new EpcCode(holder, Samples.IBAN, bic, Samples.euros(cents), reference);
    }

    private static List<String> faults(String holder, String bic, Money amount, EpcCode.Reference reference) {
        return catchThrowableOfType(Rejected.class, () -> new EpcCode(holder, Samples.IBAN, bic, amount, reference))
                .problems()
                .stream()
                .map(problem -> problem.field() + " " + problem.fault())
                .toList();
    }
}
