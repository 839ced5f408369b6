package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.orders.NumberSeries;
import org.echoppe.records.Address;
import org.echoppe.records.ShopProfile;

/**
 * What an invoice, a receipt or a credit note says; amounts are given, never reckoned here, and those of a credit note are
 * positive.
 *
 * @param shop as it was when the document was made: who sells, in which language and on what legal ground
 * @param zone whose days are meant
 * @param delivered when the goods were handed over; empty where that is still to come
 * @param order what the shop calls the order; empty for a counter sale
 * @param buyer an invoice and a credit note of one have one
 * @param deliveredTo where that is not the buyer's address
 * @param fee for bringing the goods, with VAT; 0 for none
 * @param vat by rising rate; empty where none is charged
 * @param total with VAT and fee
 * @param corrects what a credit note takes back; nothing else has it
 * @param mention why no VAT is charged where that is not art. 293 B, or another sentence that the law wants; may be empty
 */
public record Bill(
        ShopProfile shop,
        ZoneId zone,
        DocumentNumber number,
        Instant issued,
        Optional<Instant> delivered,
        String order,
        Optional<Buyer> buyer,
        Optional<Address> deliveredTo,
        List<BillLine> lines,
        Money fee,
        List<Vat> vat,
        Money total,
        Settlement settlement,
        Optional<Correction> corrects,
        String mention) {
    /**
     * The VAT of one rate.
     *
     * @param rate in basis points
     */
    public record Vat(int rate, Money net, Money tax) {}

    /**
     * The document that is taken back, whole or in part.
     *
     * @param why {@code withdrawn}, {@code undone}, or the shop's own words; may be empty
     */
    public record Correction(DocumentNumber number, LocalDate issued, String why) {}

    /** @throws IllegalArgumentException where amounts do not add up, or what its kind must have is missing */
    public Bill {
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
        require(!lines.isEmpty(), "no lines");
        var sum = lines.stream().map(BillLine::total).reduce(fee, Money::plus);
        require(sum.equals(total), "the lines do not make the total");
        if (!vat.isEmpty() && lines.stream().allMatch(line -> line.vatRate().isPresent())) {
            var none = new Money(0, total.currency());
            var taxed = vat.stream().map(one -> one.net().plus(one.tax())).reduce(none, Money::plus);
            require(taxed.equals(total), "the rates do not make the total");
        }
        require(
                number.series() == NumberSeries.CREDIT_NOTE == corrects.isPresent(),
                "a credit note corrects, nothing else does");
        boolean owedBack = number.series() == NumberSeries.CREDIT_NOTE;
        require(!(owedBack && settlement instanceof Settlement.Transfer), "a code to pay by is not for a credit note");
        require(owedBack || !(settlement instanceof Settlement.Deducted), "nothing but a credit note is taken off");
        require(number.series() != NumberSeries.INVOICE || buyer.isPresent(), "an invoice has a buyer");
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether it belongs on the till's roll: the receipt of a sale at the counter, or the note that undoes one. */
    public boolean ofCounter() {
        return number.series() == NumberSeries.RECEIPT
                || corrects.filter(one -> one.number().series() == NumberSeries.RECEIPT)
                        .isPresent();
    }

    /** Without VAT. */
    Money net() {
        return new Money(total.minorUnits() - tax().minorUnits(), total.currency());
    }

    Money tax() {
        return vat.stream().map(Vat::tax).reduce(new Money(0, total.currency()), Money::plus);
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "Bill " + number;
    }
}
