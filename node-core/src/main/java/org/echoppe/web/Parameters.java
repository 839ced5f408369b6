package org.echoppe.web;

import java.util.Arrays;
import java.util.List;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;

/** Everything that programs may ask with, in one place: no question takes any other parameter. */
final class Parameters {
    private static final int MOST_WORDS = 500;
    private static final int MOST_PAGE = 1_000_000;

    static final Parameter Q = Parameter.text(
            "q",
            MOST_WORDS,
            "pain de campagne",
            "Words in any order, all of which a listing must hold; or one code: GTIN, ISBN or the shop's own SKU.");
    static final Parameter TYPED = Parameter.text(
                    "q", MOST_WORDS, "pai", "What was typed so far; its last word may be unfinished.")
            .needed();
    static final Parameter CATEGORY = Parameter.text(
            "category",
            MOST_WORDS,
            "Épicerie > Miel",
            "A category path as the facets tell it; what lies below it is found too. Case and accents do not matter.");
    static final Parameter MERCHANT = Parameter.plain(
            "merchant",
            Parameter.Type.DID,
            "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
            "Only the listings of this merchant.");
    static final Parameter GTIN = Parameter.plain(
            "gtin", Parameter.Type.GTIN, "3017620422003", "Only this article, whichever shops have it.");
    static final Parameter CURRENCY = Parameter.plain(
            "currency",
            Parameter.Type.CURRENCY,
            "EUR",
            "Of minPrice and maxPrice, and of the ranges of price in the answer: three letters, ISO 4217. When it is not"
                    + " given, that of the merchant asked for; without one, that of most shops, each counting once.");
    static final Parameter MIN_PRICE = Parameter.number(
            "minPrice",
            0,
            org.echoppe.records.Price.MOST,
            "100",
            "Leaves out what costs less, in the smallest coin of currency, and what is sold in another one.");
    static final Parameter MAX_PRICE = Parameter.number(
            "maxPrice", 0, org.echoppe.records.Price.MOST, "1000", "Leaves out what costs more; as minPrice.");
    static final Parameter IN_STOCK =
            Parameter.plain("inStock", Parameter.Type.TRUTH, "true", "Only what can be had now.");
    static final Parameter OPEN_NOW = Parameter.plain(
            "openNow",
            Parameter.Type.TRUTH,
            "true",
            "Only from shops that are open now, by their own hours and clock.");
    static final Parameter NEAR = Parameter.plain(
            "near",
            Parameter.Type.PLACE,
            "45.76,4.84",
            "From where to look: a position, or a postcode, located by the shops known here that have it, or a neighbouring"
                    + " one. Nearer shops come a little earlier.");
    static final Parameter WITHIN = Parameter.number(
            "within", 1, 500, "5", "Only shops that are no more kilometres than this from near, which must be given.");
    static final Parameter GET = Parameter.choice(
            "get",
            List.of("pickup", "delivery"),
            "Only from shops where one can fetch what one ordered, or that bring it to near, which must be given.");
    static final Parameter SORT = Parameter.choice(
            "sort",
            Arrays.stream(Sort.values()).map(Wanted::code).toList(),
            "In which order; the best match first when words are asked for, else the newest. distance needs near. Prices go"
                    + " one currency after the other, that of currency first.");
    static final Parameter SIZE = Parameter.number(
            "size",
            1,
            ListingQuery.LARGEST_SIZE,
            "24",
            "How many on a page: 24 listings or 100 merchants when not said.");
    static final Parameter PAGE = Parameter.number("page", 1, MOST_PAGE, "1", "Which page, from 1.");

    static final Parameter AFTER = Parameter.text(
            "after",
            2_000,
            "bDE3NjMyMTM0MDAwMDAKbDQyCg",
            "Where reading stopped, instead of a page: next of the answer before holds it. Goods and shops that come or go"
                    + " meanwhile, or open or close, make nothing be left out or told twice. Of the best matches it holds for"
                    + " two days.");

    static final Parameter FIELDS = Parameter.text(
            "fields",
            MOST_WORDS,
            "did,rkey,record.name,record.price",
            "Only these fields of each listing or merchant, parted by commas, inner ones after a dot; whatever else the"
                    + " answer's shape requires is then left out of them.");

    /** Of {@code /api/v1/listings}. */
    static final List<Parameter> LISTINGS = List.of(
            Q, CATEGORY, MERCHANT, GTIN, CURRENCY, MIN_PRICE, MAX_PRICE, IN_STOCK, OPEN_NOW, NEAR, WITHIN, GET, SORT,
            SIZE, PAGE, AFTER, FIELDS);

    /** Of {@code /api/v1/merchants}. */
    static final List<Parameter> PAGING = List.of(SIZE, PAGE, AFTER, FIELDS);

    /** Of a single listing or merchant. */
    static final List<Parameter> ONE = List.of(FIELDS);

    /** Of {@code /api/v1/suggest}. */
    static final List<Parameter> SUGGEST = List.of(TYPED, MERCHANT);

    static final Parameter POSTAL_CODE = Parameter.text(
            "postalCode", 20, "69001", "Where to deliver, in the shop's own country: without it no zone is given.");

    /** Of {@code /api/v1/merchants/{did}/handover}. */
    static final List<Parameter> HANDOVER = List.of(POSTAL_CODE);

    private Parameters() {}
}
