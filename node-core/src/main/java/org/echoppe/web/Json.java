package org.echoppe.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Presence;
import org.echoppe.repo.IpldJson;
import org.echoppe.search.ListingHits;
import org.echoppe.search.Suggestion;
import org.echoppe.web.answer.Answers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the shapes of PROTOCOL §4. Records stand in the JSON form of the AT Protocol data model, unknown fields included. */
final class Json {
    /** Fields in the order in which they are declared, those without a value left out. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static Answers.Merchant merchant(Merchant merchant) {
        return new Answers.Merchant(
                merchant.did().value(),
                IpldJson.of(merchant.profile().toFields()),
                merchant.rev().value(),
                merchant.confirmedAt().toString(),
                merchant.freshness().marked(),
                merchant.products(),
                merchant.presence().reachable(),
                awaySince(merchant.presence()));
    }

    static Answers.Listing listing(Listing listing) {
        return new Answers.Listing(
                listing.did().value(),
                listing.rkey().value(),
                listing.cid().toString(),
                new Answers.ShopName(listing.shop().name()),
                IpldJson.of(listing.record().toFields()),
                listing.confirmedAt().toString(),
                listing.freshness().marked(),
                listing.presence().reachable(),
                awaySince(listing.presence()));
    }

    private static @Nullable String awaySince(Presence presence) {
        var awaySince = presence.awaySince();
        return awaySince == null ? null : awaySince.toString();
    }

    static Answers.Facets facets(ListingPage page, Currency currency) {
        return new Answers.Facets(
                page.categories().stream().map(Json::count).toList(),
                page.merchants().stream()
                        .map(count -> new Answers.MerchantCount(count.did().value(), count.name(), count.count()))
                        .toList(),
                page.facets().prices(currency).stream().map(Json::price).toList(),
                page.facets().inStock(),
                page.facets().open(),
                page.facets().pickup(),
                page.facets().delivered(),
                page.facets().within().entrySet().stream()
                        .map(entry -> new Answers.Within(entry.getKey() / 1_000, entry.getValue()))
                        .toList());
    }

    private static Answers.PriceCount price(ListingHits.PriceCount range) {
        var to = range.to();
        return new Answers.PriceCount(
                range.from().currency().getCurrencyCode(),
                range.from().minorUnits(),
                to == null ? null : to.minorUnits() - 1,
                range.count());
    }

    private static Answers.Count count(ListingHits.Count count) {
        return new Answers.Count(count.value(), count.count());
    }

    static Answers.Suggestions suggestions(List<Suggestion> suggestions) {
        return new Answers.Suggestions(suggestions.stream()
                .map(suggestion -> new Answers.Suggestion(
                        suggestion.text(),
                        suggestion.kind().name().toLowerCase(Locale.ROOT),
                        suggestion.shop() == null ? null : suggestion.shop().value()))
                .toList());
    }
}
