package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.records.Condition;
import org.echoppe.records.Delivery;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Unit;
import org.echoppe.records.Variant;
import org.echoppe.repo.IpldJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PricingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Gtin ISBN = new Gtin("9782070360024");

    @TempDir
    private Path folder;

    private static ProductRecord product(long amount, int rate) {
        return ProductRecord.blank()
                .withName("x")
                .withPrice(new Price(new Money(amount, Money.EUR), OptionalInt.of(rate), true));
    }

    private static PricedLine line(ProductRecord product, long quantity) {
        return PricedLine.of(product, "", quantity).orElseThrow();
    }

    @Test
    void theStoryOfThreeTillsComesOutToTheCent() {
        var bakery = Pricing.of(List.of(line(product(120, 550), 2), line(product(590, 1_000), 1)), 0);
        assertThat(bakery.total()).isEqualTo(830);
        assertThat(bakery.vat()).containsExactly(new Pricing.Vat(550, 227, 13), new Pricing.Vat(1_000, 536, 54));
        var books = List.of(
                line(product(890, 550).withGtin(ISBN), 1),
                line(product(1_250, 550).withCategory(List.of("Livres")), 1));
        var bookshop = Pricing.of(books, Pricing.deliveryFee(books, 0, "FR", Money.EUR));
        assertThat(bookshop.total()).isEqualTo(2_440);
        assertThat(bookshop.vat()).containsExactly(new Pricing.Vat(550, 2_313, 127));
        var grocer = Pricing.of(List.of(line(product(435, 550), 1), line(product(1_190, 2_000), 1)), 0);
        assertThat(grocer.total()).isEqualTo(1_625);
        assertThat(grocer.vat()).extracting(Pricing.Vat::tax).containsExactly(23L, 198L);
        assertThat(bakery.total() + bookshop.total() + grocer.total()).isEqualTo(4_895);
    }

    @Test
    void newBooksAreNeverBroughtForNothingInFrance() {
        var novel = line(product(3_400, 550).withGtin(ISBN), 1);
        var atlas = line(product(3_500, 550).withGtin(ISBN), 1);
        var used = line(product(500, 550).withGtin(ISBN).withCondition(Condition.USED), 1);
        var score = line(product(500, 550).withGtin(new Gtin("9790000000018")), 1);
        assertThat(Pricing.deliveryFee(List.of(novel), 0, "FR", Money.EUR)).isEqualTo(300);
        assertThat(Pricing.deliveryFee(List.of(novel), 490, "FR", Money.EUR)).isEqualTo(490);
        assertThat(Pricing.deliveryFee(List.of(atlas), 0, "RE", Money.EUR)).isEqualTo(1);
        assertThat(Pricing.deliveryFee(List.of(novel), 0, "BE", Money.EUR)).isZero();
        assertThat(Pricing.deliveryFee(List.of(used, score), 0, "FR", Money.EUR))
                .as("used ones and music are no new books")
                .isZero();
    }

    @Test
    void looseGoodsCostTheirPartOfTheMeasure() {
        var cheese =
                product(2_400, 550).withMeasure(new Measure(1_000, Unit.KG)).withLoose(true);
        assertThat(line(cheese, 350).total()).isEqualTo(840);
        assertThat(line(cheese, 1).total()).as("half up").isEqualTo(2);
        assertThat(PricedLine.of(cheese, "", PricedLine.MOST_LOOSE + 1)).isEmpty();
        var piece = product(2_400, 550).withLoose(true);
        assertThat(line(piece, 2).total()).as("of no measure").isEqualTo(4_800);
        assertThat(PricedLine.of(piece, "", PricedLine.MOST_PIECES + 1)).isEmpty();
    }

    @Test
    void aLineOfAKindThatIsNotThereCostsNothingButIsNone() {
        var kinds = product(100, 550)
                .withVariants(List.of(
                        new Variant("m", Map.of("Taille", "M"), Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(PricedLine.of(kinds, "m", 3).orElseThrow().total()).isEqualTo(300);
        assertThat(PricedLine.of(kinds, "", 1)).isEmpty();
        assertThat(PricedLine.of(kinds, "xl", 1)).isEmpty();
        assertThat(PricedLine.of(product(1, 0), "m", 1)).isEmpty();
        assertThat(PricedLine.of(product(1, 0), "", 0)).isEmpty();
    }

    @Test
    void theFeeBearsTheRatesOfTheGoodsToTheLastCoin() {
        var lines = List.of(line(product(100, 550), 1), line(product(100, 1_000), 1), line(product(100, 2_000), 1));
        var priced = Pricing.of(lines, 400);
        assertThat(priced.vat().stream().mapToLong(vat -> vat.net() + vat.tax()))
                .containsExactly(234L, 233L, 233L);
    }

    @Test
    void pricesWithoutVatAreShownAndReckonedWithIt() {
        var net = ProductRecord.blank()
                .withName("x")
                .withPrice(new Price(new Money(1_000, Money.EUR), OptionalInt.of(2_000), false));
        assertThat(line(net, 2).unitPrice().minorUnits()).isEqualTo(1_200);
        assertThat(Pricing.of(List.of(line(net, 2)), 0).vat()).containsExactly(new Pricing.Vat(2_000, 2_000, 400));
    }

    @Test
    void theBrowserReckonsTheSame() throws IOException {
        var random = new Random(20_261_123);
        var baskets = new ArrayList<Map<String, @Nullable Object>>();
        var expected = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < 500; i++) {
            one(random, baskets, expected);
        }
        var file = folder.resolve("baskets.json");
        Files.writeString(file, JSON.writeValueAsString(baskets));
        var root = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main/js/money.js");
        var answer = JSON.readTree(NodeScripts.installed("checkout").run("money.mjs", root, file));
        JsonNode wanted = JSON.readTree(JSON.writeValueAsString(expected));
        for (int i = 0; i < baskets.size(); i++) {
            assertThat(answer.get(i)).as("basket %s", baskets.get(i)).isEqualTo(wanted.get(i));
        }
    }

    private static void one(
            Random random, List<Map<String, @Nullable Object>> baskets, List<Map<String, @Nullable Object>> expected) {
        var asked = new ArrayList<Map<String, Object>>();
        var told = new ArrayList<@Nullable Object>();
        var lines = new ArrayList<PricedLine>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            var record = record(random);
            var variant = random.nextInt(4) == 0 ? "a" : "";
            long quantity = 1L + (random.nextInt(5) == 0 ? random.nextInt(12_000_000) : random.nextInt(400));
            asked.add(Map.of("record", IpldJson.of(record.toFields()), "variant", variant, "quantity", quantity));
            var priced = PricedLine.of(record, variant, quantity);
            priced.ifPresent(lines::add);
            told.add(priced.map(PricingTest::told).orElse(null));
        }
        var zones = zones(random);
        var country = random.nextBoolean() ? "FR" : "CH";
        baskets.add(Map.of(
                "lines", asked, "zones", zones.stream().map(PricingTest::told).toList(), "country", country));
        expected.add(expected(lines, told, zones, country));
    }

    private static Map<String, @Nullable Object> expected(
            List<PricedLine> lines, List<@Nullable Object> told, List<DeliveryZone> zones, String country) {
        long goods = lines.stream().mapToLong(PricedLine::total).sum();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("lines", told);
        long fee = 0;
        switch (new Delivery(zones, Optional.empty()).to("69001", Optional.empty(), goods)) {
            case Delivery.Answer.Delivers(var _, long zoneFee) -> {
                map.put("zone", Map.of("fee", zoneFee));
                fee = Pricing.deliveryFee(lines, zoneFee, country, Money.EUR);
            }
            case Delivery.Answer.BasketTooSmall(long minimum) -> map.put("zone", Map.of("minimum", minimum));
            case Delivery.Answer.OutOfReach _ -> map.put("zone", null);
        }
        var total = Pricing.of(lines, fee);
        map.put("goods", total.goods());
        map.put("fee", total.fee());
        map.put("total", total.total());
        map.put("vat", total.vat());
        return map;
    }

    private static List<@Nullable Object> told(PricedLine line) {
        var told = new ArrayList<@Nullable Object>(List.of(line.unitPrice().minorUnits(), line.total()));
        told.add(line.vatRate().isPresent() ? line.vatRate().getAsInt() : null);
        told.add(line.newBook());
        return told;
    }

    private static Map<String, Object> told(DeliveryZone zone) {
        return Map.of("fee", zone.fee(), "freeFrom", zone.freeFrom(), "minimum", zone.minimum());
    }

    private static List<DeliveryZone> zones(Random random) {
        var zones = new ArrayList<DeliveryZone>();
        for (int i = random.nextInt(3); i > 0; i--) {
            zones.add(new DeliveryZone(
                    List.of("69*"), 0, random.nextInt(900), random.nextInt(20_000), random.nextInt(3) * 4_000L));
        }
        return zones;
    }

    private static ProductRecord record(Random random) {
        int[] rates = {0, 210, 550, 1_000, 2_000};
        long amount = random.nextInt(20) == 0 ? random.nextLong(Price.MOST) : random.nextInt(5_000);
        var rate = random.nextInt(6) == 0 ? OptionalInt.empty() : OptionalInt.of(rates[random.nextInt(rates.length)]);
        var price = new Price(new Money(amount, Money.EUR), rate, random.nextInt(5) > 0);
        var record = ProductRecord.blank().withName("x").withPrice(random.nextInt(30) == 0 ? null : price);
        if (random.nextInt(3) == 0) {
            record = record.withMeasure(new Measure(1 + random.nextInt(2_000), Unit.KG))
                    .withLoose(random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            var own = random.nextBoolean()
                    ? Optional.of(new Price(new Money(random.nextInt(900), Money.EUR), rate, true))
                    : Optional.<Price>empty();
            record = record.withVariants(List.of(new Variant("a", Map.of(), own, Optional.empty(), Optional.empty())));
        }
        if (random.nextInt(4) == 0) {
            record = random.nextBoolean() ? record.withGtin(ISBN) : record.withCategory(List.of("Livres", "Poche"));
        }
        return random.nextInt(8) == 0 ? record.withCondition(Condition.USED) : record;
    }
}
