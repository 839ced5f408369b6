package org.echoppe.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRecordTest {
    private static final Price PRICE = new Price(new Money(435, Money.EUR), OptionalInt.of(550), true);

    static ProductRecord cheese() {
        return ProductRecord.blank().withName("Comté").withPrice(PRICE);
    }

    @Test
    void everyFieldIsReadAsItWasWritten() throws BadRepository {
        var at = Instant.parse("2026-11-22T10:15:30.123Z");
        var blob = new Blob(Cid.of(Cid.Codec.RAW, new byte[] {1}), "image/jpeg", 1);
        var record = cheese().withDescription("Affiné\n18 mois")
                .withLang("fr")
                .withSku("C-1")
                .withGtin(new Gtin("3177630046030"))
                .withBrand("Fruitière")
                .withCategory(List.of("Crémerie", "Fromages"))
                .withMeasure(new Measure(500, Unit.KG))
                .withAvailability(Availability.LIMITED)
                .withCondition(Condition.NEW)
                .withImages(List.of(new Image(blob, "Une meule", 800, 600)))
                .withVariants(List.of(new Variant(
                        "18", Map.of("affinage", "18 mois"), Optional.of(PRICE), Optional.empty(), Optional.empty())))
                .withFacts(new Facts("Lait cru", "LAIT", "Fruitière, Poligny", ""))
                .withWithdrawal(new Withdrawal(false, "denrée périssable"))
                .withTest(true)
                .withCreatedAt(at)
                .withUpdatedAt(at);
        assertThat(record.check()).isEmpty();
        var read = ProductRecord.of(DagCbor.record(DagCbor.encode(record.toFields())));
        assertThat(read).isEqualTo(record);
        assertThat(read.name()).isEqualTo("Comté");
        assertThat(read.price()).contains(PRICE);
        assertThat(read.measure()).contains(new Measure(500, Unit.KG));
        assertThat(read.images()).containsExactly(new Image(blob, "Une meule", 800, 600));
        assertThat(read.variants().getFirst().options()).containsEntry("affinage", "18 mois");
        assertThat(read.facts().allergens()).isEqualTo("LAIT");
        assertThat(read.withdrawal()).contains(new Withdrawal(false, "denrée périssable"));
        assertThat(read.test()).isTrue();
        assertThat(read.createdAt()).contains(at);
    }

    @Test
    void fieldsOfANewerNodeAreKeptAndPassedOn() {
        var entries = new LinkedHashMap<>(cheese().toFields().entries());
        entries.put("smell", new Ipld.Text("strong"));
        entries.put(
                "price",
                new Ipld.Fields(Map.of(
                        "amount", new Ipld.Int(1), "currency", new Ipld.Text("EUR"), "perNight", new Ipld.Bool(true))));
        var record = ProductRecord.of(new Ipld.Fields(entries));
        assertThat(record.check()).isEmpty();
        var changed = record.withName("Morbier").withPrice(PRICE).toFields();
        assertThat(changed.text("smell")).contains("strong");
        assertThat(changed.fields("price").orElseThrow().get("perNight")).contains(new Ipld.Bool(true));
        assertThat(changed.fields("price").orElseThrow().integer("amount")).contains(435L);
    }

    @Test
    void aRecordThatFailsItsSchemaNamesEveryProblemAndThrowsNothing() {
        var record = ProductRecord.of(new Ipld.Fields(Map.of(
                "name", new Ipld.Int(3),
                "gtin", new Ipld.Text("3178500411843"),
                "brand", new Ipld.Text("x".repeat(101)),
                "category", new Ipld.Items(List.of(new Ipld.Text("a"), new Ipld.Int(1))),
                "price", new Ipld.Fields(Map.of("amount", new Ipld.Int(-1), "currency", new Ipld.Text("EURO"))),
                "availability", new Ipld.Text("perhaps"),
                "createdAt", new Ipld.Text("yesterday"))));
        assertThat(record.check().stream().map(problem -> problem.field() + " " + problem.fault()))
                .containsExactlyInAnyOrder(
                        "name WRONG_SHAPE",
                        "gtin NOT_A_GTIN",
                        "brand TOO_LONG",
                        "category[1] WRONG_SHAPE",
                        "price.amount OUT_OF_RANGE",
                        "price.currency TOO_LONG",
                        "availability NOT_A_CHOICE",
                        "createdAt NOT_A_DATE");
        assertThat(record.name()).isEmpty();
        assertThat(record.gtin()).isEmpty();
        assertThat(record.price()).isEmpty();
        assertThat(record.createdAt()).isEmpty();
    }

    @Test
    void aNameAndAPriceAreRequired() {
        assertThat(ProductRecord.blank().check())
                .containsExactlyInAnyOrder(Problem.of("name", Fault.REQUIRED), Problem.of("price", Fault.REQUIRED));
        assertThat(cheese().withName("   ").check()).containsExactly(Problem.of("name", Fault.REQUIRED));
    }

    @Test
    void lengthsAreCountedInCharactersAsPeopleCountThem() {
        assertThat(cheese().withName("🧀".repeat(200)).check()).isEmpty();
        assertThat(cheese().withName("🧀".repeat(201)).check())
                .containsExactly(Problem.of("name", Fault.TOO_LONG, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202eb",
                "a\u2066b",
                "a\u0000b",
                "a\nb",
                "a\u001bb",
                "a\ufeffb",
                "\ud800",
                "a\u2028b",
                "a\uffff"
            })
    void textThatShowsOtherThanItIsWrittenIsIllegal(String name) {
        assertThat(cheese().withName(name).check()).containsExactly(Problem.of("name", Fault.ILLEGAL_TEXT));
        assertThat(Texts.isClean(Texts.clean(name, false), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200cخواهم", "שלום\u200f", "👩\u200d🌾", "L’été à 5\u00a0€"})
    void textOfEveryScriptIsLegal(String name) {
        assertThat(cheese().withName(name).check()).isEmpty();
    }

    @Test
    void whateverFieldsItHasReadingNeverFailsAndLosesNothing() throws BadRepository {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var entries = new LinkedHashMap<String, Ipld>();
            for (String name : ProductRecord.names()) {
                if (random.nextInt(3) == 0 && !name.equals("$type")) {
                    entries.put(name, anything(random, 2));
                }
            }
            var fields = new Ipld.Fields(entries);
            var record = ProductRecord.of(fields);
            record.check()
                    .forEach(problem -> assertThat(problem.sentence(org.echoppe.domain.Language.FR))
                            .isNotBlank());
            assertThat(record.images()).isNotNull();
            assertThat(record.variants()).isNotNull();
            assertThat(record.price()).isNotNull();
            assertThat(record.updatedAt()).isNotNull();
            assertThat(DagCbor.decode(DagCbor.encode(record.toFields()))).isEqualTo(fields);
        }
    }

    private static Ipld anything(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 ->
                new Ipld.Text(List.of("", "EUR", "new", "2026-01-01T00:00:00Z", "\u202e", "x".repeat(300))
                        .get(random.nextInt(6)));
            case 1 -> new Ipld.Int(random.nextLong());
            case 2 -> new Ipld.Bool(random.nextBoolean());
            case 3 -> Ipld.NULL;
            case 4 -> new Ipld.Link(Cid.of(new byte[] {(byte) random.nextInt()}));
            case 5 -> new Ipld.Items(List.of(anything(random, depth - 1), anything(random, depth - 1)));
            default ->
                new Ipld.Fields(Map.of(
                        List.of("amount", "currency", "key", "blob", "ingredients")
                                .get(random.nextInt(5)),
                        anything(random, depth - 1)));
        };
    }
}
