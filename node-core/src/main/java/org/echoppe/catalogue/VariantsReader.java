package org.echoppe.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Texts;
import org.echoppe.records.Variant;

/** Reads the kinds a product comes in: what is published of them, and what stays in the shop. One reader, one draft. */
final class VariantsReader {
    /** The kinds of one product, as many as the record may hold. */
    static final int MOST = 100;

    private static final int CODE = 64;
    private static final int OPTIONS = 10;

    /** Both halves of the kinds. */
    record Kinds(ProductRecord record, Backroom backroom) {}

    private final ShopDefaults shop;
    private final char decimal;
    private final ProductDraft draft;
    private final List<Problem> problems;
    private final Set<Object> seen = new HashSet<>();

    VariantsReader(ShopDefaults shop, char decimal, ProductDraft draft, List<Problem> problems) {
        this.shop = shop;
        this.decimal = decimal;
        this.draft = draft;
        this.problems = problems;
    }

    /**
     * @param termsBefore of the product's price, before it was read anew
     * @param record whose price is read already
     */
    Kinds read(Optional<Price.Terms> termsBefore, ProductRecord record, Backroom backroom) {
        var following = follow(record, termsBefore);
        var typed = draft.typed(ProductField.VARIANTS);
        if (typed.isEmpty()) {
            return new Kinds(following, backroom);
        }
        try {
            var drafts = VariantDraft.list(typed.get());
            if (drafts.size() > MOST) {
                throw new Rejected(List.of(Problem.of(ProductField.VARIANTS.key(), Fault.TOO_MANY, MOST)));
            }
            return read(drafts, following, backroom);
        } catch (Rejected e) {
            problems.addAll(e.problems());
            return new Kinds(following, backroom);
        }
    }

    /** Prices of kinds follow the product's currency and VAT, unless they had their own. */
    private static ProductRecord follow(ProductRecord record, Optional<Price.Terms> before) {
        var now = record.priceTerms();
        if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
            return record;
        }
        return record.withVariants(record.variants().stream()
                .map(variant -> new Variant(
                        variant.key(),
                        variant.options(),
                        variant.price()
                                .map(price -> terms(price).equals(before.get())
                                        ? price(price.money().minorUnits(), now.get())
                                        : price),
                        variant.availability(),
                        variant.gtin()))
                .toList());
    }

    private Kinds read(List<VariantDraft> drafts, ProductRecord record, Backroom backroom) {
        var published = record.variants().stream()
                .collect(Collectors.toMap(Variant::key, Function.identity(), (first, second) -> first));
        var taken = drafts.stream().map(VariantDraft::key).collect(Collectors.toCollection(HashSet::new));
        var variants = new ArrayList<Variant>();
        var back = new LinkedHashMap<String, Backroom.OfVariant>();
        int number = 1;
        for (var typed : drafts) {
            String at = ProductField.VARIANTS.key() + "." + number + ".";
            var options = options(at, typed);
            String key = typed.key().isBlank()
                    ? newKey(options, number, taken)
                    : typed.key().strip();
            unique(at + "key", key, key);
            unique(at + "options", options, typed.label());
            var stock = stock(at, typed);
            var price = Optional.ofNullable(published.get(key)).flatMap(Variant::price);
            variants.add(new Variant(
                    key, options, price(at, typed, record, price), availability(at, typed, stock), gtin(at, typed)));
            var known = new Backroom.OfVariant(sku(at, typed), stock);
            if (!known.equals(Backroom.OfVariant.EMPTY)) {
                back.put(key, known);
            }
            number++;
        }
        return new Kinds(record.withVariants(variants), backroom.with(back));
    }

    private Map<String, String> options(String at, VariantDraft typed) {
        var options = new LinkedHashMap<String, String>();
        typed.options().forEach((name, value) -> {
            if (!name.isBlank() && !value.isBlank()) {
                options.put(name.strip(), value.strip());
            }
        });
        if (options.isEmpty()) {
            problems.add(Problem.of(at + "options", Fault.REQUIRED));
        } else if (options.size() > OPTIONS) {
            problems.add(Problem.of(at + "options", Fault.TOO_MANY, OPTIONS));
        }
        return options;
    }

    private void unique(String field, Object value, String shown) {
        if (!seen.add(List.of(field.replaceAll("\\.\\d+\\.", "."), value))) {
            problems.add(Problem.of(field, Fault.VARIANT_TWICE, shown));
        }
    }

    private Optional<Price> price(String at, VariantDraft typed, ProductRecord record, Optional<Price> before) {
        String text = typed.price().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var own = record.priceTerms().orElse(new Price.Terms(shop.currency(), shop.vatRate(), true));
        var terms = before.map(VariantsReader::terms).orElse(own);
        var money = PriceText.parse(text, terms.currency(), decimal);
        if (money.isEmpty()) {
            problems.add(Problem.of(at + "price", Fault.NOT_A_PRICE, text));
        } else if (money.get().minorUnits() < 0 || money.get().minorUnits() > Price.MOST) {
            var most = new Money(Price.MOST, terms.currency()).amount();
            problems.add(Problem.of(at + "price", Fault.OUT_OF_RANGE, 0, most));
        }
        return money.map(amount -> price(amount.minorUnits(), terms));
    }

    private Optional<Availability> availability(String at, VariantDraft typed, OptionalLong stock) {
        String text = typed.availability().strip();
        if (text.isEmpty()) {
            return stock.isEmpty() ? Optional.empty() : Optional.of(Stocked.of(stock, shop.limitedUpTo()));
        }
        var said = Words.availability(text);
        if (said.isEmpty()) {
            problems.add(Problem.of(
                    at + "availability", Fault.NOT_A_CHOICE, text, "inStock, limited, outOfStock, preOrder"));
        }
        return said;
    }

    private Optional<Gtin> gtin(String at, VariantDraft typed) {
        String text = typed.gtin().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var gtin = CodeText.gtin(text, false);
        gtin.ifPresentOrElse(
                code -> unique(at + "gtin", code.padded(), code.value()),
                () -> problems.add(Problem.of(at + "gtin", Fault.NOT_A_GTIN, text)));
        return gtin;
    }

    private String sku(String at, VariantDraft typed) {
        String sku = typed.sku().strip();
        if (sku.codePointCount(0, sku.length()) > CODE) {
            problems.add(Problem.of(at + "sku", Fault.TOO_LONG, CODE));
        } else if (!Texts.isClean(sku, false)) {
            problems.add(Problem.of(at + "sku", Fault.ILLEGAL_TEXT));
        } else if (!sku.isEmpty()) {
            unique(at + "sku", sku, sku);
        }
        return sku;
    }

    private OptionalLong stock(String at, VariantDraft typed) {
        String text = typed.stock().strip();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        var pieces = BackroomReader.pieces(at + "stock", text, decimal, problems);
        return pieces.isEmpty() ? OptionalLong.of(0) : pieces;
    }

    /** Readable, and the same whenever the same kind is made: {@code m-bleu}. */
    private static String newKey(Map<String, String> options, int number, Set<String> taken) {
        String plain = Normalizer.normalize(String.join("-", options.values()), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = plain.isEmpty() ? Integer.toString(number) : plain.substring(0, Math.min(plain.length(), 56));
        String key = stem;
        for (int i = 2; !taken.add(key); i++) {
            key = stem + "-" + i;
        }
        return key;
    }

    private static Price.Terms terms(Price price) {
        return new Price.Terms(price.money().currency(), price.vatRate(), price.vatIncluded());
    }

    private static Price price(long amount, Price.Terms terms) {
        return new Price(new Money(amount, terms.currency()), terms.vatRate(), terms.vatIncluded());
    }
}
