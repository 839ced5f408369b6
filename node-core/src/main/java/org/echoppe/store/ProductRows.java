package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.PRODUCT;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.jooq.tables.records.ProductRecord;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Products to rows of their table and back. */
final class ProductRows {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<Field<?>> UNSEALED = Set.of(PRODUCT.PENDING, PRODUCT.PUBLISHED_CID, PRODUCT.SEAL);
    private static final int MOST_WORDS = 8_000;

    private ProductRows() {}

    static ProductRecord record(ProductRow row) {
        var product = new ProductRecord();
        product.setRkey(row.rkey().value());
        product.setState(row.state().name());
        product.setPending(row.pending());
        product.setName(row.name());
        product.setGtin(row.gtin() == null ? null : row.gtin().value());
        product.setArticle(row.gtin() == null ? null : row.gtin().padded());
        product.setSku(row.sku());
        product.setBrand(row.brand());
        product.setCategory(row.category());
        product.setPrice(row.price() == null ? null : row.price().minorUnits());
        product.setPriceCurrency(
                row.price() == null ? null : row.price().currency().getCurrencyCode());
        product.setStock(row.stock());
        product.setCost(row.cost() == null ? null : row.cost().minorUnits());
        product.setCostCurrency(
                row.cost() == null ? null : row.cost().currency().getCurrencyCode());
        product.setSupplier(row.supplier());
        product.setNote(row.note());
        product.setImageUrl(row.imageUrl());
        product.setVariants(VariantRow.text(row.variants()));
        product.setDraft(row.draft());
        product.setPublishedCid(
                row.publishedCid() == null ? null : row.publishedCid().toString());
        product.setUpdatedAt(row.updatedAt().truncatedTo(ChronoUnit.MILLIS));
        product.setWords(words(row));
        product.setSeal(seal(product));
        return product;
    }

    static ProductRow row(ProductRecord product) {
        return new ProductRow(
                new RecordKey(product.getRkey()),
                ProductState.valueOf(product.getState()),
                product.getPending(),
                product.getName(),
                product.getGtin() == null ? null : new Gtin(product.getGtin()),
                product.getSku(),
                product.getBrand(),
                product.getCategory(),
                money(product.getPrice(), product.getPriceCurrency()),
                product.getStock(),
                money(product.getCost(), product.getCostCurrency()),
                product.getSupplier(),
                product.getNote(),
                product.getImageUrl(),
                VariantRow.list(product.getVariants()),
                product.getDraft(),
                product.getPublishedCid() == null ? null : Cid.parse(product.getPublishedCid()),
                product.getUpdatedAt());
    }

    static ShelfItem item(ProductRow row) {
        return ShelfItem.of(
                row.rkey(),
                row.state(),
                row.name(),
                words(row),
                row.category(),
                row.price() == null ? null : row.price().minorUnits(),
                row.stock(),
                row.updatedAt().toEpochMilli(),
                row.draft());
    }

    /** All columns; jOOQ's own way to an array costs more than the insert. */
    static Object[] values(ProductRecord product) {
        var values = new Object[product.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = product.get(i);
        }
        return values;
    }

    static boolean isIntact(ProductRecord product) {
        return seal(product) == product.getSeal();
    }

    /** Without case and accents, one space between words. */
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String words(ProductRow row) {
        String gtin = row.gtin() == null ? null : row.gtin().value();
        var own = Stream.of(row.name(), row.brand(), row.category(), gtin, row.sku(), row.supplier());
        var kinds = row.variants().stream()
                .flatMap(kind -> Stream.of(
                        kind.sku(), kind.gtin() == null ? null : kind.gtin().value()));
        String all = fold(Stream.concat(own, kinds).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        return all.length() <= MOST_WORDS ? all : all.substring(0, MOST_WORDS);
    }

    /** Over what the shopkeeper wrote: what a commit notes beside it is told by the repository, which is signed. */
    private static long seal(ProductRecord product) {
        var crc = new CRC32();
        for (int i = 0; i < product.size(); i++) {
            // rows sealed before there were kinds have none
            boolean isNew = PRODUCT.VARIANTS.equals(product.field(i)) && product.get(i) == null;
            if (isNew || UNSEALED.contains(product.field(i))) {
                continue;
            }
            byte[] bytes = product.get(i) instanceof byte[] b
                    ? b
                    : Objects.toString(product.get(i), "\0").getBytes(StandardCharsets.UTF_8);
            crc.update(bytes);
            crc.update(0xff);
        }
        return crc.getValue();
    }

    private static @Nullable Money money(@Nullable Long minorUnits, @Nullable String currency) {
        return minorUnits == null || currency == null ? null : new Money(minorUnits, Currency.getInstance(currency));
    }
}
