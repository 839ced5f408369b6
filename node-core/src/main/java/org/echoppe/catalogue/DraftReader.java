package org.echoppe.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;

/** Makes a product of what a shopkeeper typed, or finds everything that is wrong with it. One reader, one draft. */
final class DraftReader {
    /** A product, or at least one problem. */
    record Reading(@Nullable Product product, List<Problem> problems) {
        Product orThrow() {
            if (product == null) {
                throw new org.echoppe.domain.Rejected(problems);
            }
            return product;
        }
    }

    private static final Pattern KIND = Pattern.compile("^variants\\[(\\d+)\\]\\.(\\w+)");

    private final ShopDefaults shop;
    private final char decimal;
    private final @Nullable Product before;
    private final ProductDraft draft;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param decimal what parts whole from fraction where a number could be read two ways
     * @param before null for a new product
     */
    DraftReader(ShopDefaults shop, char decimal, @Nullable Product before, ProductDraft draft) {
        this.shop = shop;
        this.decimal = decimal;
        this.before = before;
        this.draft = draft;
    }

    /** @param key of a new product; a known one keeps its own */
    Reading read(RecordKey key, Instant now) {
        var old = before == null ? ProductRecord.blank() : before.record();
        var fields = new PublicFields(shop, decimal, draft, problems);
        var kinds = new VariantsReader(shop, decimal, draft, problems)
                .read(
                        old.priceTerms(),
                        fields.read(old),
                        new BackroomReader(shop, decimal, draft, problems)
                                .read(before == null ? Backroom.EMPTY : before.backroom()));
        var backroom = counted(kinds.backroom());
        var told = Stocked.of(kinds.record(), backroom, shop.limitedUpTo());
        var record = kinds.record().withAvailability(fields.availability(kinds.record(), told));
        var state = state(record);
        if (record.loose() && record.measure().isEmpty()) {
            problems.add(Problem.of(ProductField.QUANTITY.key(), Fault.LOOSE_OF_WHAT));
        }
        if (record.loose() && isCounted(backroom) && saysEither()) {
            problems.add(Problem.of(ProductField.STOCK.key(), Fault.LOOSE_NOT_COUNTED));
        }
        addRecordProblems(record, state);
        if (!problems.isEmpty()) {
            return new Reading(null, List.copyOf(problems));
        }
        return new Reading(product(key, state, record, backroom, now), List.of());
    }

    private static boolean isCounted(Backroom backroom) {
        return backroom.stock().isPresent() || backroom.countsVariants();
    }

    /** What stood so before there was this rule does not keep anybody from changing a price. */
    private boolean saysEither() {
        return draft.typed(ProductField.LOOSE).isPresent()
                || draft.typed(ProductField.STOCK).isPresent()
                || draft.typed(ProductField.VARIANTS).isPresent();
    }

    /** Where kinds are counted, the product's stock is their sum: what only repeats it is no mistake, another number is. */
    private Backroom counted(Backroom read) {
        var summed = read.summed();
        var typed = draft.typed(ProductField.STOCK).filter(text -> !text.isEmpty());
        boolean repeated = read.stock().equals(summed.stock())
                || (before != null && read.stock().equals(before.backroom().stock()));
        if (typed.isPresent() && read.countsVariants() && !repeated) {
            problems.add(Problem.of(ProductField.STOCK.key(), Fault.STOCK_BY_VARIANTS));
        }
        return summed;
    }

    private Product product(RecordKey key, ProductState state, ProductRecord record, Backroom backroom, Instant now) {
        if (before == null) {
            var made = record.withCreatedAt(createdAt(now)).withUpdatedAt(now);
            return new Product(key, state, true, made, backroom, Optional.empty(), now);
        }
        boolean sameRecord = record.equals(before.record());
        if (sameRecord && backroom.equals(before.backroom()) && state == before.state()) {
            return before;
        }
        var changed = sameRecord ? record : record.withUpdatedAt(now);
        return new Product(before.key(), state, true, changed, backroom, before.publishedCid(), now);
    }

    private Instant createdAt(Instant now) {
        try {
            return draft.typed(ProductField.CREATED_AT)
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse)
                    .orElse(now);
        } catch (DateTimeException e) {
            return now;
        }
    }

    /** Without a price it is a draft, and the first price publishes it; otherwise as the shopkeeper says. */
    private ProductState state(ProductRecord record) {
        var typed = draft.typed(ProductField.STATE).filter(text -> !text.isEmpty());
        var named = typed.flatMap(Words::state);
        if (typed.isPresent() && named.isEmpty()) {
            problems.add(Problem.of(
                    ProductField.STATE.key(), Fault.NOT_A_CHOICE, typed.get(), "draft, published, withdrawn"));
        }
        boolean priced = record.price().isPresent();
        if (named.isPresent()) {
            return named.get();
        }
        if (before != null && before.state() == ProductState.WITHDRAWN) {
            return ProductState.WITHDRAWN;
        }
        boolean waitedForPrice = before == null || before.record().price().isEmpty();
        boolean shown = before != null && before.state() == ProductState.PUBLISHED;
        return priced && (waitedForPrice || shown) ? ProductState.PUBLISHED : ProductState.DRAFT;
    }

    /** What the record's own schema says, under the names the shopkeeper knows, where reading found nothing yet. */
    private void addRecordProblems(ProductRecord record, ProductState state) {
        for (Problem problem : record.check()) {
            var kind = KIND.matcher(problem.field());
            var field = fieldOf(problem.field());
            String name = kind.find()
                    ? "variants." + (Integer.parseInt(kind.group(1)) + 1) + "." + kind.group(2)
                    : field.key();
            boolean missingPrice = field == ProductField.PRICE && problem.fault() == Fault.REQUIRED;
            boolean known = problems.stream().anyMatch(other -> other.field().equals(name));
            if (!known && !(missingPrice && state != ProductState.PUBLISHED)) {
                problems.add(new Problem(name, problem.fault(), problem.arguments()));
            }
        }
    }

    private static ProductField fieldOf(String path) {
        return switch (path) {
            case "price.currency" -> ProductField.CURRENCY;
            case "price.vatRate" -> ProductField.VAT_RATE;
            default -> {
                String name = path.startsWith("facts.") ? path.substring("facts.".length()) : path;
                String top = name.replaceAll("[.\\[].*", "").toUpperCase(Locale.ROOT);
                yield top.equals("MEASURE")
                        ? ProductField.QUANTITY
                        : ProductField.find(top).orElse(ProductField.OTHER_FIELDS);
            }
        };
    }
}
