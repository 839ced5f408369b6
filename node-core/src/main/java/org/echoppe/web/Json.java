package org.echoppe.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Presence;
import org.echoppe.repo.IpldJson;
import org.echoppe.search.ListingHits;

/** Answers in the shapes of PROTOCOL §4. Records stand in the JSON form of the AT Protocol data model, unknown fields included. */
final class Json {
    private Json() {}

    static Map<String, Object> merchant(Merchant merchant) {
        var json = new LinkedHashMap<String, Object>();
        json.put("did", merchant.did().value());
        json.put("profile", IpldJson.of(merchant.profile().toFields()));
        json.put("rev", merchant.rev().value());
        json.put("products", merchant.products());
        put(json, merchant.presence());
        return json;
    }

    static Map<String, Object> listing(Listing listing) {
        var json = new LinkedHashMap<String, Object>();
        json.put("did", listing.did().value());
        json.put("rkey", listing.rkey().value());
        json.put("cid", listing.cid().toString());
        json.put("shop", Map.of("name", listing.shop().name()));
        json.put("record", IpldJson.of(listing.record().toFields()));
        json.put("confirmedAt", listing.confirmedAt().toString());
        put(json, listing.presence());
        return json;
    }

    private static void put(Map<String, Object> json, Presence presence) {
        json.put("reachable", presence.reachable());
        var awaySince = presence.awaySince();
        if (awaySince != null) {
            json.put("awaySince", awaySince.toString());
        }
    }

    static Map<String, Object> facets(ListingPage page) {
        var facets = new LinkedHashMap<String, Object>();
        facets.put("categories", page.categories().stream().map(Json::count).toList());
        facets.put(
                "merchants",
                page.merchants().stream()
                        .map(count -> Map.of(
                                "did", count.did().value(),
                                "name", count.shop().name(),
                                "count", count.count()))
                        .toList());
        return facets;
    }

    private static Map<String, Object> count(ListingHits.Count count) {
        return Map.of("value", count.value(), "count", count.count());
    }
}
