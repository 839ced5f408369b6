package org.echoppe.orders.documents;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.orders.NumberSeries;

/**
 * The sentences that French law wants on an invoice; docs/decisions say from where, and what an accountant should check.
 *
 * @see <a href="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000046086694">CGI, annexe II, art. 242 nonies A</a>
 */
record Mentions(Bill bill, Seller seller, Texts texts) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        if (!bill.mention().isEmpty()) {
            lines.add(bill.mention());
        } else if (exempt()) {
            lines.add(texts.say("vat.none"));
        }
        boolean business = bill.buyer().filter(Buyer::business).isPresent();
        if (business && seller.inFrance() && bill.number().series() == NumberSeries.INVOICE) {
            lines.add(texts.say("goods"));
            lines.add(texts.say("late"));
        }
        return lines;
    }

    /** A shop in France that charges none and has no number for it: « franchise en base ». */
    private boolean exempt() {
        return bill.vat().isEmpty()
                && seller.inFrance()
                && seller.shop().legal().vatId().isEmpty();
    }
}
