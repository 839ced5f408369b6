package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echoppe.domain.Gtin;
import org.echoppe.records.Availability;
import org.echoppe.records.Condition;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Price;
import org.echoppe.records.PriceRange;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Variant;
import org.echoppe.web.view.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page, in the words of schema.org.
 *
 * @see <a href="https://schema.org/Product">schema.org</a>
 */
final class LinkedData {
    /** By root and language; callers name this node as they like, so only some are kept. */
    private static final Cache<String, String> SITES =
            Caffeine.newBuilder().maximumSize(32).build();

    private final List<Map<String, @Nullable Object>> things = new ArrayList<>();

    /** The market itself and how to search it, which every page says. */
    LinkedData(String root, String language, String name) {
        var search = thing("SearchAction");
        search.put("target", Map.of("@type", "EntryPoint", "urlTemplate", root + "search?q={words}"));
        search.put("query-input", "required name=words");
        var site = thing("WebSite");
        site.put("@id", root + "#site");
        site.put("url", root);
        site.put("name", name);
        site.put("inLanguage", language);
        site.put("potentialAction", search);
        things.add(site);
    }

    /** What every page says that says nothing more. */
    static String site(String root, String language, String name) {
        return SITES.get(root + ' ' + language, _ -> new LinkedData(root, language, name).json());
    }

    static Map<String, @Nullable Object> thing(String type) {
        var thing = new LinkedHashMap<String, @Nullable Object>();
        thing.put("@type", type);
        return thing;
    }

    /** The way from the market to the page. */
    LinkedData path(Origin origin, List<Choice> steps) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (var step : steps) {
            var item = thing("ListItem");
            item.put("position", items.size() + 1);
            item.put("name", step.label());
            item.put("item", origin.at(step.href()));
            items.add(item);
        }
        var path = thing("BreadcrumbList");
        path.put("itemListElement", items);
        things.add(path);
        return this;
    }

    /**
     * A shop.
     *
     * @param url of its page
     * @param logo the address of its sign; null when it has none here
     * @param clock of this node, for the days on which the shop is closed
     */
    LinkedData shop(String url, ShopProfile profile, @Nullable String logo, Clock clock) {
        var shop = thing("Store");
        shop.put("@id", url + "#shop");
        shop.put("url", url);
        shop.put("name", profile.name());
        put(shop, "description", profile.description().isBlank() ? profile.tagline() : profile.description());
        put(shop, "telephone", profile.phone());
        put(shop, "email", profile.email());
        put(shop, "sameAs", Objects.requireNonNullElse(Links.web(profile.website()), ""));
        put(shop, "vatID", profile.legal().vatId());
        put(shop, "legalName", profile.legal().companyName());
        put(shop, "image", logo == null ? "" : logo);
        put(shop, "paymentAccepted", String.join(", ", profile.paymentsInShop()));
        profile.currency().ifPresent(currency -> shop.put("currenciesAccepted", currency.getCurrencyCode()));
        profile.address().ifPresent(address -> {
            var postal = thing("PostalAddress");
            put(postal, "streetAddress", address.street());
            put(postal, "postalCode", address.postalCode());
            put(postal, "addressLocality", address.locality());
            put(postal, "addressCountry", address.country());
            shop.put("address", postal);
        });
        profile.geo().ifPresent(geo -> {
            var place = thing("GeoCoordinates");
            place.put("latitude", Geo.degrees(geo.lat()));
            place.put("longitude", Geo.degrees(geo.lon()));
            shop.put("geo", place);
        });
        var hours = profile.openingHours().stream().map(LinkedData::hours).toList();
        if (!hours.isEmpty()) {
            shop.put("openingHoursSpecification", hours);
        }
        var closed = ClosedDays.of(profile, clock);
        if (!closed.isEmpty()) {
            shop.put("specialOpeningHoursSpecification", closed);
        }
        things.add(shop);
        return this;
    }

    private static Map<String, @Nullable Object> hours(OpeningHours hours) {
        var open = thing("OpeningHoursSpecification");
        open.put(
                "dayOfWeek",
                hours.days().stream()
                        .map(day -> "https://schema.org/" + day.name().charAt(0)
                                + day.name().substring(1).toLowerCase(java.util.Locale.ROOT))
                        .toList());
        open.put("opens", hours.opens().toString());
        open.put("closes", hours.closes().toString());
        return open;
    }

    /**
     * A listing with its offers: one, or one a variant.
     *
     * @param url of its page
     * @param shopUrl of its shop's page
     * @param pictures their addresses
     */
    LinkedData product(String url, String shopUrl, ProductRecord record, List<String> pictures) {
        var product = thing("Product");
        product.put("@id", url + "#product");
        product.put("url", url);
        product.put("name", record.name());
        put(product, "description", record.description());
        put(product, "sku", record.sku());
        put(product, "category", String.join(" > ", record.category()));
        record.gtin().filter(Gtin::isGlobal).ifPresent(gtin -> product.put("gtin", gtin.value()));
        if (!record.brand().isBlank()) {
            var brand = thing("Brand");
            brand.put("name", record.brand());
            product.put("brand", brand);
        }
        if (!pictures.isEmpty()) {
            product.put("image", pictures);
        }
        record.price().ifPresent(price -> {
            var offers = new ArrayList<Map<String, @Nullable Object>>();
            if (record.variants().isEmpty()) {
                offers.add(
                        offer(url, shopUrl, record, price, record.availability().orElse(null)));
            }
            for (var variant : record.variants()) {
                offers.add(offer(url, shopUrl, record, price, variant));
            }
            product.put("offers", offers.size() == 1 ? offers.getFirst() : offers);
        });
        things.add(product);
        return this;
    }

    private static Map<String, @Nullable Object> offer(
            String url, String shopUrl, ProductRecord record, Price usual, Variant variant) {
        var offer = offer(
                url,
                shopUrl,
                record,
                variant.price().orElse(usual),
                variant.availability().or(record::availability).orElse(null));
        offer.put("name", variant.name());
        variant.gtin().filter(Gtin::isGlobal).ifPresent(gtin -> offer.put("gtin", gtin.value()));
        return offer;
    }

    private static Map<String, @Nullable Object> offer(
            String url, String shopUrl, ProductRecord record, Price price, @Nullable Availability availability) {
        var offer = thing("Offer");
        offer.put("url", url);
        var paid = price.asPaid();
        if (paid.vatIncluded()) {
            // a price beside which nothing stands is taken to be what one pays
            offer.put("price", paid.money().amount().toPlainString());
            offer.put("priceCurrency", paid.money().currency().getCurrencyCode());
        }
        if (availability != null) {
            offer.put("availability", "https://schema.org/" + availability(availability));
        }
        record.condition()
                .ifPresent(condition -> offer.put("itemCondition", "https://schema.org/" + condition(condition)));
        offer.put("priceSpecification", specification(record, paid));
        var seller = thing("Store");
        seller.put("@id", shopUrl + "#shop");
        offer.put("seller", seller);
        return offer;
    }

    private static Map<String, @Nullable Object> specification(ProductRecord record, Price price) {
        var specification = thing("UnitPriceSpecification");
        specification.put("price", price.money().amount().toPlainString());
        specification.put("priceCurrency", price.money().currency().getCurrencyCode());
        specification.put("valueAddedTaxIncluded", price.vatIncluded());
        PriceRange.measure(record).ifPresent(measure -> {
            var quantity = thing("QuantitativeValue");
            quantity.put(
                    "value",
                    BigDecimal.valueOf(measure.quantity(), 3)
                            .stripTrailingZeros()
                            .toPlainString());
            quantity.put("unitText", measure.unit().code());
            specification.put("referenceQuantity", quantity);
        });
        return specification;
    }

    private static String availability(Availability availability) {
        return switch (availability) {
            case IN_STOCK -> "InStock";
            case LIMITED -> "LimitedAvailability";
            case OUT_OF_STOCK -> "OutOfStock";
            case PRE_ORDER -> "PreOrder";
        };
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case NEW -> "NewCondition";
            case REFURBISHED -> "RefurbishedCondition";
            case USED -> "UsedCondition";
        };
    }

    private static void put(Map<String, @Nullable Object> thing, String name, String text) {
        if (!text.isBlank()) {
            thing.put(name, text);
        }
    }

    /** As JSON that cannot leave a script element, whatever a merchant wrote. */
    String json() {
        var graph = new LinkedHashMap<String, Object>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", things);
        return Json.MAPPER
                .writeValueAsString(graph)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
