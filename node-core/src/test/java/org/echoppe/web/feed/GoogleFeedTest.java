package org.echoppe.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.records.Address;
import org.echoppe.records.Availability;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What product searches are told of articles and their kinds, held against what they demand. */
class GoogleFeedTest {
    private static final ShopProfile SHOP = ShopProfile.blank()
            .withName("Chez Alma")
            .withLang("fr")
            .withCurrency(Money.EUR)
            .withAddress(new Address("4 quai Saint-Antoine", "69002", "Lyon", "FR"));

    private static Price price(long amount) {
        return new Price(new Money(amount, Money.EUR), OptionalInt.of(2_000), true);
    }

    private static ProductRecord product(String name) {
        return ProductRecord.blank().withName(name).withPrice(price(8_900)).withAvailability(Availability.IN_STOCK);
    }

    private static Variant kind(String key, Map<String, String> options, Optional<Long> amount) {
        return new Variant(key, options, amount.map(GoogleFeedTest::price), Optional.empty(), Optional.empty());
    }

    private static Variant size(String size) {
        return kind(size, Map.of("Taille", size), Optional.empty());
    }

    private static Ware ware(ProductRecord record) {
        return new Ware(
                "3mdzq5h2abc22",
                "at://shop/product",
                "https://exemple.fr/pull",
                record,
                List.of("https://exemple.fr/pull.jpg"),
                Instant.EPOCH);
    }

    private static List<Element> items(ShopProfile shop, ProductRecord record) {
        byte[] feed = GoogleFeed.of("https://exemple.fr", shop, List.of(ware(record)));
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return elements(
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(feed))
                            .getDocumentElement(),
                    "item");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        var list = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    private static List<String> texts(Element item, String name) {
        return elements(item, name).stream().map(Element::getTextContent).toList();
    }

    private static String text(Element item, String name) {
        return String.join("|", texts(item, name));
    }

    /** What makes product searches refuse an item, by their specification. */
    private static void isAccepted(Element item) {
        assertThat(text(item, "id")).matches("[A-Za-z0-9-]{1,50}");
        assertThat(text(item, "title")).hasSizeBetween(1, 150).doesNotEndWith("– ");
        assertThat(text(item, "description")).hasSizeBetween(1, 5_000);
        assertThat(text(item, "link")).startsWith("https://");
        assertThat(text(item, "image_link")).startsWith("https://");
        assertThat(text(item, "availability")).isIn("in_stock", "out_of_stock", "preorder", "backorder");
        // the first is the article's, others are of its shipping
        assertThat(texts(item, "price")).isNotEmpty().allMatch(price -> price.matches("\\d+\\.\\d{2} [A-Z]{3}"));
        assertThat(text(item, "condition")).isIn("new", "refurbished", "used");
        boolean numbered = !text(item, "brand").isEmpty() && !text(item, "mpn").isEmpty();
        boolean known = numbered || !text(item, "gtin").isEmpty();
        assertThat(text(item, "identifier_exists")).isEqualTo(known ? "" : "no");
    }

    private static List<String> ids(String... kinds) {
        return items(
                        SHOP,
                        product("Pull marin")
                                .withVariants(Stream.of(kinds)
                                        .map(GoogleFeedTest::size)
                                        .toList()))
                .stream()
                .map(item -> text(item, "id"))
                .toList();
    }

    @Test
    void eachKindHasAnIdOfItsOwnThatStaysTheSame() {
        // Java's own hash of these two is the same
        assertThat(ids("Aa", "BB"))
                .containsExactly("3mdzq5h2abc22-81acaafba961bb83", "3mdzq5h2abc22-fc686c314491e1f6")
                .allSatisfy(id -> assertThat(id).matches("[A-Za-z0-9-]{1,50}"));
        assertThat(ids("BB", "Aa").reversed()).isEqualTo(ids("Aa", "BB"));
    }

    @Test
    void anArticleWithoutKindsHasTheKeyOfItsRecord() {
        assertThat(ids()).containsExactly("3mdzq5h2abc22");
    }

    @Test
    void nothingClaimsACodeThatItLacks() {
        var coded = new Gtin("3760000000024");
        var bare = product("Pull marin");
        var made = bare.withBrand("Laine d’ici").withSku("PUL-1");
        var sizes = List.of(size("S"), size("M"));
        for (var record : List.of(
                bare,
                bare.withBrand("Laine d’ici"),
                bare.withSku("PUL-1"),
                made,
                bare.withGtin(coded),
                bare.withVariants(sizes),
                made.withVariants(sizes),
                made.withGtin(coded).withVariants(sizes),
                made.withVariants(List.of(
                        new Variant("S", Map.of(), Optional.empty(), Optional.empty(), Optional.of(coded)), size("M"))),
                made.withVariants(List.of(kind("unique", Map.of(), Optional.empty()))))) {
            assertThat(items(SHOP, record)).isNotEmpty().allSatisfy(GoogleFeedTest::isAccepted);
        }
    }

    @Test
    void aKindIsTitledByItsOptionsOrElseByItsKey() {
        var record = product("Pull").withVariants(List.of(size("M"), kind("unique", Map.of(), Optional.empty())));
        assertThat(items(SHOP, record))
                .extracting(item -> text(item, "title"))
                .containsExactly("Pull – M", "Pull – unique");
        assertThat(new String(CsvSheet.of(List.of(ware(record))), UTF_8)).contains(",M,Pull,", ",unique,Pull,");
    }

    @Test
    void aUnitPriceIsToldWhereItHoldsForAllKindsAndNowhereElse() {
        var honey = product("Miel").withPrice(price(500)).withMeasure(new Measure(250, Unit.KG));
        var glass = kind("250", Map.of("Pot", "250 g"), Optional.empty());
        var flowers = honey.withVariants(List.of(glass, kind("acacia", Map.of("Fleur", "acacia"), Optional.empty())));
        assertThat(items(SHOP, flowers)).hasSize(2).allSatisfy(item -> {
            assertThat(text(item, "unit_pricing_measure")).isEqualTo("0.25 kg");
            assertThat(text(item, "unit_pricing_base_measure")).isEqualTo("1 kg");
        });
        var sizes = honey.withVariants(List.of(glass, kind("1000", Map.of("Pot", "1 kg"), Optional.of(1_600L))));
        assertThat(items(SHOP, sizes)).hasSize(2).allSatisfy(item -> {
            assertThat(text(item, "unit_pricing_measure")).isEmpty();
            assertThat(text(item, "unit_pricing_base_measure")).isEmpty();
        });
        assertThat(new String(CsvSheet.of(List.of(ware(honey))), UTF_8)).contains(",0.250,kg,");
        assertThat(new String(CsvSheet.of(List.of(ware(sizes))), UTF_8)).doesNotContain("0.250");
    }

    private static DeliveryZone zone(long fee, long freeFrom, String... codes) {
        return new DeliveryZone(Arrays.asList(codes), 0, fee, freeFrom, 0);
    }

    /** Country, postcodes and price of each line of shipping, of an article of 89 €. */
    private static List<String> shipping(ShopProfile shop, DeliveryZone... zones) {
        var items = items(shop.withDeliveryZones(List.of(zones)), product("Pull"));
        assertThat(items).hasSize(1).allSatisfy(GoogleFeedTest::isAccepted);
        return elements(items.getFirst(), "shipping").stream()
                .map(one -> text(one, "country") + " " + text(one, "postal_code") + " " + text(one, "price"))
                .toList();
    }

    @Test
    void shippingIsToldWhereItsWordsSayAllZones() {
        assertThat(shipping(SHOP, zone(390, 0, "69001", "692*"), zone(590, 5_000, "69100-69120")))
                .as("the article alone is worth more than what is free")
                .containsExactly("FR 69001 3.90 EUR", "FR 692* 3.90 EUR", "FR 69100-69120 0.00 EUR");
        assertThat(shipping(SHOP, zone(790, 0, "*"))).containsExactly("FR  7.90 EUR");
        assertThat(shipping(SHOP)).isEmpty();
    }

    @Test
    void shippingIsLeftToWhatTheShopkeeperSetThereWhereItsWordsDoNotSayAllZones() {
        var plain = zone(390, 0, "69001");
        assertThat(shipping(SHOP, plain, new DeliveryZone(List.of(), 5_000, 390, 0, 0)))
                .isEmpty();
        assertThat(shipping(SHOP, plain, new DeliveryZone(List.of("69002"), 0, 390, 0, 1_500)))
                .isEmpty();
        assertThat(shipping(SHOP, zone(390, 0, "1000-001"))).isEmpty();
        assertThat(shipping(SHOP.withAddress(new Address("", "1000", "Bruxelles", "BE")), zone(390, 0, "1000")))
                .isEmpty();
        assertThat(shipping(SHOP.withAddress(new Address("", "", "", "")), plain))
                .isEmpty();
        assertThat(shipping(SHOP.withCurrency(java.util.Currency.getInstance("CHF")), plain))
                .isEmpty();
        var many = Stream.iterate(69_001, code -> code + 1).limit(21).map(String::valueOf);
        assertThat(shipping(SHOP, zone(390, 0, many.toArray(String[]::new)))).isEmpty();
    }
}
