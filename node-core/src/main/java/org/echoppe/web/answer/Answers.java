package org.echoppe.web.answer;

import java.util.List;
import java.util.Map;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.jspecify.annotations.Nullable;

/** Every answer of the public JSON, field by field in the order in which they are sent. */
public final class Answers {
    private Answers() {}

    public record Merchants(
            @About("How many merchants this node shows.") int total,

            @About("Those of this page, by name.") List<Merchant> merchants,

            @About("The address of the next page; absent on the last.") @Nullable
            String next) {}

    public record Merchant(
            @About("Who the merchant is: a did:key, for ever.")
            String did,

            @About(value = "The shop as it presents itself, signed by it.", record = ShopProfile.class)
            Map<String, @Nullable Object> profile,

            @About("The revision of the latest commit held here.")
            String rev,

            @About(value = "When the merchant last signed it.", format = "date-time")
            String confirmedAt,

            @About("Whether that is three days ago or more: a running shop signs daily.")
            boolean stale,

            @About("How many of its products are shown.") int products,

            @About("Whether the merchant's own node answers now.")
            boolean reachable,

            @About(value = "Since when it does not, where that is known.", format = "date-time") @Nullable
            String awaySince) {}

    public record Listings(
            @About("How many listings match.") int total,

            @About("Those of this page.") List<Listing> listings,

            @About("By what the matching listings can be narrowed.")
            Facets facets,

            @About("What was searched for instead, as the words are nowhere and may be misspelt.") @Nullable
            List<String> instead,

            @About("The address of the next page; absent on the last.") @Nullable
            String next) {}

    public record Listing(
            @About("The merchant.") String did,

            @About("The key of the record in the merchant's repository, for ever.")
            String rkey,

            @About("The address of this version of the record: what the merchant signed.")
            String cid,

            @About("Whose it is, in words.") ShopName shop,

            @About(value = "The product as its merchant signed it.", record = ProductRecord.class)
            Map<String, @Nullable Object> record,

            @About(value = "When the merchant last signed the repository that holds it.", format = "date-time")
            String confirmedAt,

            @About("Whether that is three days ago or more: a running shop signs daily.")
            boolean stale,

            @About("Whether the merchant's own node answers now.")
            boolean reachable,

            @About(value = "Since when it does not, where that is known.", format = "date-time") @Nullable
            String awaySince) {}

    public record ShopName(@About("As the shop writes it.") String name) {}

    public record Facets(
            @About(
                    "Category paths, levels parted by \" > \": those with most, of all, of the widest, and of those right below the one asked for.")
            List<Count> categories,

            @About("Merchants.") List<MerchantCount> merchants,

            @About(
                    "Ranges of price, in the currency asked for, or the one that is meant without; goods in another are in none.")
            List<PriceCount> prices,

            @About("How many can be had now.") int inStock,

            @About("How many are sold by a shop that is open now.")
            int openNow,

            @About("How many can be fetched by appointment.")
            int pickup,

            @About("How many are brought to the place asked for.")
            int delivery,

            @About("How many are how far from the place asked for; empty without one.")
            List<Within> within) {}

    public record PriceCount(
            @About("Three letters, ISO 4217.") String currency,

            @About("What minPrice takes to narrow by it.") long minPrice,

            @About("What maxPrice takes; absent for the last range.") @Nullable
            Long maxPrice,

            @About("How many of the matching listings cost so much.")
            int count) {}

    public record Within(
            @About("Kilometres: what the parameter takes.") int within,

            @About("How many of the matching listings are no farther.")
            int count) {}

    public record Count(
            @About("What the parameter takes to narrow by it.")
            String value,

            @About("How many of the matching listings have it.")
            int count) {}

    public record MerchantCount(
            @About("The merchant.") String did,

            @About("Its shop's name.") String name,

            @About("How many of the matching listings are its own.")
            int count) {}

    public record Handover(
            @About("Which time the shop's clock shows, as in the IANA database.")
            String zone,

            @About("When one can collect, soonest first; empty when nothing can be collected.")
            List<Slot> slots,

            @About("The delivery zones that hold the postcode asked for; the cheapest that takes the basket counts.")
            List<Zone> zones) {}

    public record Slot(
            @About(value = "From this moment on.", format = "date-time")
            String from,

            @About(value = "And before this one.", format = "date-time")
            String to) {}

    public record Zone(
            @About("What delivery costs, in the smallest coin of the shop's currency.")
            long fee,

            @About("A basket of so much is brought for nothing; 0 for never.")
            long freeFrom,

            @About("A smaller basket is not brought at all.")
            long minimum) {}

    public record Suggestions(
            @About("Ways to go on, the likeliest first.") List<Suggestion> suggestions) {}

    public record Suggestion(
            @About("The words, or the category path.") String text,

            @About("name: to search for; category: to narrow by; shop: to go to; other kinds may come.")
            String kind,

            @About("The merchant, for a shop.") @Nullable String did) {}

    public record Health(
            @About("Always ok: a node that is not well does not answer.")
            String status) {}

    /** What a refusal says (RFC 9457). */
    public record Problem(
            @About("Which fault it is, for programs: a stable name, or about:blank.")
            String type,

            @About("The same for people, in the language asked for.")
            String title,

            @About("The status of HTTP.") int status,

            @About("To quote when asking for help.") @Nullable
            String code,

            @About("Every parameter that is wrong.") @Nullable
            List<FieldProblem> errors) {}

    public record FieldProblem(
            @About("The parameter.") String field,

            @About("The fault's name.") String code,

            @About("What to do.") String detail) {}

    public record SealedEnvelope(
            @About("1.") int v,

            @About("16 random bytes in base64url: the envelope's, not the order's.")
            String id,

            @About("The merchant: a did:key.") String to,

            @About("The thumbprint (RFC 7638) of the key that answers are sealed to.")
            String reply,

            @About("Nodes where answers may wait, at most 4.")
            List<String> replyAt,

            @About("What only the merchant can open: a compact JWE.")
            String jwe) {}

    public record Posted(
            @About("The envelope's id.") String id,

            @About("How far it has come: kept, atMailbox, arrived, read or expired.")
            String state) {}

    public record Whereabouts(
            @About("The envelope's id.") String id,

            @About("How far it has come: kept (here), atMailbox (a mailbox of the merchant's holds it), arrived (in the"
                    + " merchant's journal), read (somebody has seen it) or expired (30 days without a receipt).")
            String state,

            @About(value = "Since when.", format = "date-time")
            String since,

            @About("The merchant's signed receipts, each a compact JWS.")
            List<String> receipts,

            @About("The merchant's answers to the envelope's reply key, each a compact JWS around a sealed reply.")
            List<String> answers) {}
}
