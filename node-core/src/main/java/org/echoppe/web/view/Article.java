package org.echoppe.web.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One listing, whole.
 *
 * @param signed how fresh the merchant's signature is, in words
 * @param today all hours of today, in words; null when there are none
 * @param away that the shop has confirmed nothing for days, or since when it cannot be reached; null while neither is so
 * @param proof what a browser needs to check that signature by itself
 * @param buying how one puts it into the basket; null when it cannot be ordered here
 * @param kinds sizes, colours and the like; empty when there is but one
 * @param handover collection, delivery and payment
 * @param contact how to get at the goods: address, telephone, hours
 * @param facts ingredients, allergens and what else the law wants shown
 * @param others some of the other shops that have it
 * @param othersWords how many there are in all, and from what price one can have it
 * @param allOthers the way to all of them; null where each is named
 * @param details words for the curious: codes, identity, record
 */
public record Article(
        List<Choice> path,
        List<Picture> pictures,
        Foreign name,
        String brand,
        Foreign shop,
        String shopHref,
        @Nullable Price price,
        State availability,
        @Nullable Buying buying,
        List<Kind> kinds,
        @Nullable State open,
        @Nullable String today,
        @Nullable State away,
        String signed,
        Proof proof,
        List<Line> contact,
        List<Line> handover,
        @Nullable Foreign description,
        List<Line> facts,
        List<Offer> others,
        String othersWords,
        @Nullable String allOthers,
        List<Line> details) {
    /** One of the kinds it comes in, with what it costs and whether it can be had. */
    public record Kind(String name, @Nullable Price price, State availability) {}

    /**
     * How one puts it into the basket.
     *
     * @param listing which
     * @param kinds those that can be had, by their keys; empty when there is but one
     * @param unit what the quantity is typed in; empty for pieces
     * @param factor thousandths of the measure's unit in one of these; 1 for pieces
     * @param step the smallest difference that can be typed
     * @param usual what stands there first
     */
    public record Buying(
            String listing, Map<String, String> kinds, String unit, int factor, String step, String usual) {}

    /**
     * Where the record stands, and which version of it this page shows.
     *
     * @param day when it was last signed, for paper, which does not know how long ago that is
     */
    public record Proof(String did, String rkey, String cid, String day) {}

    /** The same article at another shop. */
    public record Offer(String href, Foreign shop, String note, Price price) {}
}
