package org.echoppe.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Sha256;
import org.echoppe.records.Availability;
import org.echoppe.records.Condition;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.PriceRange;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A shop's goods as product searches read them. They want a photo, a price with VAT, and whether it can be had: an article
 * that lacks one of these is left out, and so is what is made to order, for which a day of delivery would have to be named.
 *
 * @see <a href="https://support.google.com/merchants/answer/7052112">Product data specification</a>
 */
public final class GoogleFeed {
    private static final int TITLE = 150;
    private static final int DESCRIPTION = 5_000;
    private static final int BRAND = 70;
    private static final int PICTURES = 10;
    private static final int HASH_BYTES = 8;

    private GoogleFeed() {}

    /** @param page the address of the shop's page */
    public static byte[] of(String page, ShopProfile shop, List<Ware> wares) {
        var xml = new Xml().open("rss", Map.of("version", "2.0", "xmlns:g", "http://base.google.com/ns/1.0"));
        xml.open("channel").text("title", shop.name()).text("link", page);
        xml.text("description", shop.tagline().isBlank() ? shop.name() : shop.tagline());
        var shipping = Shipping.of(shop);
        wares.stream().filter(ware -> !ware.pictures().isEmpty()).forEach(ware -> items(xml, ware, shipping));
        return xml.close().close().bytes();
    }

    /** An article, or one of its variants, with what the variant takes from the article. */
    private record Kind(
            @Nullable Variant variant,
            Optional<Price> price,
            Optional<Availability> availability,
            Optional<Gtin> gtin,
            Optional<Measure> measure) {}

    /** One article, or each of its variants. */
    private static void items(Xml xml, Ware ware, Shipping shipping) {
        var record = ware.record();
        var measure = PriceRange.measure(record);
        if (record.variants().isEmpty()) {
            item(
                    xml,
                    ware,
                    new Kind(
                            null,
                            record.price(),
                            record.availability(),
                            record.gtin().filter(Gtin::isGlobal),
                            measure),
                    shipping);
        }
        for (var variant : record.variants()) {
            var kind = new Kind(
                    variant,
                    variant.price().or(record::price),
                    variant.availability().or(record::availability),
                    variant.gtin().filter(Gtin::isGlobal),
                    measure);
            item(xml, ware, kind, shipping);
        }
    }

    private static void item(Xml xml, Ware ware, Kind kind, Shipping shipping) {
        String amount = kind.price.map(GoogleFeed::withVat).orElse("");
        String had = kind.availability.map(GoogleFeed::code).orElse("");
        if (amount.isEmpty() || had.isEmpty()) {
            return;
        }
        var variant = kind.variant;
        var record = ware.record();
        xml.open("item");
        xml.text("g:id", variant == null ? ware.key() : ware.key() + "-" + hash(variant.key()));
        if (variant != null) {
            xml.text("g:item_group_id", ware.key());
        }
        xml.text("g:title", cut(title(record, variant), TITLE));
        xml.text(
                "g:description",
                cut(record.description().isBlank() ? record.name() : record.description(), DESCRIPTION));
        xml.text("g:link", ware.page());
        xml.text("g:image_link", ware.pictures().getFirst());
        ware.pictures().stream().skip(1).limit(PICTURES).forEach(other -> xml.text("g:additional_image_link", other));
        xml.text("g:availability", had).text("g:price", amount);
        xml.text("g:condition", record.condition().map(GoogleFeed::code).orElse("new"));
        xml.text("g:brand", cut(record.brand(), BRAND));
        kind.gtin.ifPresent(code -> xml.text("g:gtin", code.value()));
        if (kind.gtin.isEmpty()) {
            // the shop's number names the article, not one of its kinds
            String number = variant == null ? record.sku() : "";
            xml.text("g:mpn", number);
            xml.text("g:identifier_exists", record.brand().isBlank() || number.isBlank() ? "no" : "");
        }
        xml.text("g:product_type", String.join(" > ", record.category()));
        kind.measure.ifPresent(measure -> measure(xml, measure));
        kind.price.ifPresent(price -> shipping.write(xml, price.asPaid().money()));
        xml.close();
    }

    private static String title(ProductRecord record, @Nullable Variant variant) {
        return variant == null ? record.name() : record.name() + " – " + variant.name();
    }

    /** The same for ever, and another for each key: of 64 bits, since an id is to have no more than 50 characters. */
    private static String hash(String key) {
        return HexFormat.of().formatHex(Sha256.of(key.getBytes(UTF_8)), 0, HASH_BYTES);
    }

    private static String code(Availability availability) {
        return switch (availability) {
            case IN_STOCK, LIMITED -> "in_stock";
            case OUT_OF_STOCK -> "out_of_stock";
            case PRE_ORDER -> "";
        };
    }

    private static String code(Condition condition) {
        return switch (condition) {
            case NEW -> "new";
            case REFURBISHED -> "refurbished";
            case USED -> "used";
        };
    }

    /** Empty where the VAT that is to come on top is not known. */
    private static String withVat(Price price) {
        var paid = price.asPaid();
        var money = paid.money();
        return paid.vatIncluded()
                ? money.amount().toPlainString() + " " + money.currency().getCurrencyCode()
                : "";
    }

    private static void measure(Xml xml, Measure measure) {
        String unit = switch (measure.unit()) {
            case KG -> "kg";
            case L -> "l";
            case M -> "m";
            case M2 -> "sqm";
            case PIECE -> "ct";
        };
        var quantity = BigDecimal.valueOf(measure.quantity(), 3).stripTrailingZeros();
        xml.text("g:unit_pricing_measure", quantity.toPlainString() + " " + unit);
        xml.text("g:unit_pricing_base_measure", "1 " + unit);
    }

    /** At most so many characters, never half of one. */
    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
