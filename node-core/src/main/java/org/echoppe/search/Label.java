package org.echoppe.search;

import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a card says of a listing: kept beside the index, so that a page of results reads no record. It was taken from the
 * record that the merchant signed, in the step that made it findable.
 *
 * @param lang the record's language tag
 * @param price of its cheapest kind, as one pays it; null when none has one
 * @param availability null when the record does not say
 * @param picture its first one; null when it has none
 * @param from whether another kind costs more
 * @param loose whether it is sold by weight, or the like: then what a whole unit costs is its price
 * @param plusVat whether the VAT comes on top of the price, nobody says how much: then it compares with no other
 */
public record Label(
        String name,
        String lang,
        @Nullable Money price,
        @Nullable Measure measure,
        @Nullable Availability availability,
        @Nullable Picture picture,
        boolean from,
        boolean loose,
        boolean plusVat) {
    /** A picture and what it shows, in the merchant's words. */
    public record Picture(Cid cid, String alternative) {}

    /** Whether it can be had now; what does not say so is taken to be there. */
    public boolean isInStock() {
        return availability == null || availability == Availability.IN_STOCK || availability == Availability.LIMITED;
    }

    /** What its card says that it costs: a whole unit of what is sold by weight. Null where it compares with no other. */
    @Nullable
    Money comparable() {
        var each = loose ? unitPrice() : null;
        return plusVat ? null : each == null ? price : each;
    }

    /** What one whole unit costs; null where that is not known, or not the same for all kinds. */
    @Nullable
    Money unitPrice() {
        return price == null || measure == null || from || plusVat
                ? null
                : measure.unitPrice(price).orElse(null);
    }
}
