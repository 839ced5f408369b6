package org.echoppe.orders.desk;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.documents.Buyer;

/**
 * What is said when an order is handed over.
 *
 * @param paid whether the money is here; false while a transfer is still to come
 * @param company to which the invoice is made out; empty for whoever ordered
 */
public record HandingOver(boolean paid, Optional<Buyer> company) {
    public static final HandingOver PAID = new HandingOver(true, Optional.empty());

    /** Two letters of the country, then what each country makes of it; the longest has twelve. */
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{2,12}");

    /** Blanks in a number are how it is read, not what it is. */
    HandingOver tidy() {
        return new HandingOver(
                paid,
                company.map(buyer -> new Buyer(
                        buyer.name(),
                        buyer.address(),
                        buyer.registrationId(),
                        buyer.vatId().replaceAll("[\\s\u00a0\u202f.]", "").toUpperCase(Locale.ROOT))));
    }

    /** @throws Rejected COMPANY_NAMELESS, VAT_ID_MALFORMED */
    void check() {
        var problems = new ArrayList<Problem>();
        company.filter(buyer -> buyer.name().isBlank())
                .ifPresent(_ -> problems.add(Problem.of("name", Fault.COMPANY_NAMELESS)));
        company.map(Buyer::vatId)
                .filter(id -> !id.isEmpty() && !VAT_ID.matcher(id).matches())
                .ifPresent(id -> problems.add(Problem.of("vat", Fault.VAT_ID_MALFORMED, id)));
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
