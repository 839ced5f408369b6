package org.echoppe.catalogue;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Problem;
import org.echoppe.records.Availability;
import org.echoppe.records.Facts;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Withdrawal;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.jspecify.annotations.Nullable;

/** Reads what is published of a product. Lengths and forms are the record's own business: {@link ProductRecord#check}. */
final class PublicFields {
    private final ShopDefaults shop;
    private final char decimal;
    private final ProductDraft draft;
    private final List<Problem> problems;

    PublicFields(ShopDefaults shop, char decimal, ProductDraft draft, List<Problem> problems) {
        this.shop = shop;
        this.decimal = decimal;
        this.draft = draft;
        this.problems = problems;
    }

    /** All but the availability, which the stock may tell. */
    ProductRecord read(ProductRecord before) {
        var record = others(before);
        for (var entry : draft.texts().entrySet()) {
            record = with(
                    record,
                    entry.getKey(),
                    entry.getValue().replace("\r\n", "\n").strip());
        }
        if (record.lang().isEmpty()) {
            record = record.withLang(shop.lang());
        }
        return new PriceFields(shop, decimal, draft, problems).read(record);
    }

    private ProductRecord with(ProductRecord record, ProductField field, String text) {
        return switch (field) {
            case GTIN -> record.withGtin(gtin(text));
            case SKU -> record.withSku(text);
            case NAME -> record.withName(text);
            case BRAND -> record.withBrand(text);
            case CATEGORY -> record.withCategory(category(text));
            case DESCRIPTION -> record.withDescription(text);
            case LANG -> record.withLang(text);
            case QUANTITY ->
                record.withMeasure(read(field, text, QuantityText::parse, Fault.NOT_A_MEASURE, "")
                        .orElse(null));
            case CONDITION ->
                record.withCondition(read(field, text, Words::condition, Fault.NOT_A_CHOICE, "new, refurbished, used")
                        .orElse(null));
            case INGREDIENTS, ALLERGENS, MANUFACTURER, SAFETY -> record.withFacts(facts(record.facts(), field, text));
            case WITHDRAWAL -> record.withWithdrawal(withdrawal(text));
            case LOOSE ->
                record.withLoose(read(field, text, Words::yesOrNo, Fault.NOT_YES_OR_NO, "")
                        .orElse(false));
            case TEST ->
                record.withTest(read(field, text, Words::yesOrNo, Fault.NOT_YES_OR_NO, "")
                        .orElse(false));
            case KEY,
                    VARIANTS,
                    PRICE,
                    CURRENCY,
                    VAT_RATE,
                    VAT_INCLUDED,
                    AVAILABILITY,
                    STATE,
                    STOCK,
                    COST,
                    SUPPLIER,
                    NOTE,
                    IMAGE_URL,
                    CREATED_AT,
                    OTHER_FIELDS -> record;
        };
    }

    /** Said by the shopkeeper, else told by the stock; what is sold before it is there stays so until somebody changes it. */
    Availability availability(ProductRecord record, Availability told) {
        var typed = draft.typed(ProductField.AVAILABILITY);
        if (typed.isPresent() && !typed.get().isEmpty()) {
            return read(
                            ProductField.AVAILABILITY,
                            typed.get(),
                            Words::availability,
                            Fault.NOT_A_CHOICE,
                            "inStock, limited, outOfStock, preOrder")
                    .orElse(Availability.IN_STOCK);
        }
        boolean stays = typed.isEmpty()
                && (!(draft.mentions(ProductField.STOCK) || draft.mentions(ProductField.VARIANTS))
                        || record.availability().equals(Optional.of(Availability.PRE_ORDER)));
        return record.availability().filter(said -> stays).orElse(told);
    }

    private @Nullable Gtin gtin(String text) {
        return read(
                        ProductField.GTIN,
                        text,
                        code -> Gtin.parse(code).or(() -> code.length() < 10 ? Optional.empty() : Gtin.ofIsbn10(code)),
                        Fault.NOT_A_GTIN,
                        "")
                .orElse(null);
    }

    static List<String> category(String text) {
        return Arrays.stream(text.split(">"))
                .map(String::strip)
                .filter(level -> !level.isEmpty())
                .toList();
    }

    private static Facts facts(Facts facts, ProductField field, String text) {
        return switch (field) {
            case INGREDIENTS -> new Facts(text, facts.allergens(), facts.manufacturer(), facts.safety());
            case ALLERGENS -> new Facts(facts.ingredients(), text, facts.manufacturer(), facts.safety());
            case MANUFACTURER -> new Facts(facts.ingredients(), facts.allergens(), text, facts.safety());
            default -> new Facts(facts.ingredients(), facts.allergens(), facts.manufacturer(), text);
        };
    }

    private @Nullable Withdrawal withdrawal(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int colon = text.indexOf(':');
        String word = Words.plain(colon < 0 ? text : text.substring(0, colon));
        String reason = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (!word.equals("allowed") && !word.equals("excluded")) {
            problems.add(Problem.of(
                    ProductField.WITHDRAWAL.key(), Fault.NOT_A_CHOICE, text, "allowed, excluded, excluded: …"));
        }
        return new Withdrawal(word.equals("allowed"), reason);
    }

    /** Fields that an export carried along because they have no column. */
    private ProductRecord others(ProductRecord before) {
        String text = draft.typed(ProductField.OTHER_FIELDS).orElse("");
        if (text.isEmpty()) {
            return before;
        }
        try {
            var entries = new LinkedHashMap<>(before.fields().entries());
            entries.putAll(DagCbor.record(Base64.getDecoder().decode(text)).entries());
            return ProductRecord.of(new Ipld.Fields(entries));
        } catch (BadRepository | IllegalArgumentException e) {
            problems.add(Problem.of(ProductField.OTHER_FIELDS.key(), Fault.WRONG_SHAPE));
            return before;
        }
    }

    private <T> Optional<T> read(
            ProductField field, String text, Function<String, Optional<T>> reader, Fault fault, String choices) {
        var value = text.isEmpty() ? Optional.<T>empty() : reader.apply(text);
        if (!text.isEmpty() && value.isEmpty()) {
            problems.add(Problem.of(field.key(), fault, text, choices));
        }
        return value;
    }
}
