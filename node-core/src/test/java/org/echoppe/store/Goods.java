package org.echoppe.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;

/** Products to store in tests. */
final class Goods {
    private Goods() {}

    static ProductRow product(String rkey, String name) {
        return new ProductRow(
                new RecordKey(rkey),
                ProductState.DRAFT,
                true,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                draft(name),
                null,
                TestHome.NOW);
    }

    /** One with every field filled. */
    static ProductRow full(String rkey, String name) {
        return new ProductRow(
                new RecordKey(rkey),
                ProductState.PUBLISHED,
                false,
                name,
                new Gtin("3017620422003"),
                "SKU-1",
                "Thé Précieux",
                "Épicerie > Boissons",
                new Money(435, Money.EUR),
                12L,
                new Money(210, Money.EUR),
                "Grossiste Dupont",
                "à recommander",
                "https://example.org/1.jpg",
                List.of(
                        new VariantRow("s", "SKU-1-S", new Gtin("3228857000852"), 4L),
                        new VariantRow("m", null, null, null)),
                draft(name),
                Cid.of(draft(name)),
                TestHome.NOW);
    }

    static List<ProductRow> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> product("p%06d".formatted(i), "Produit " + i))
                .toList();
    }

    private static byte[] draft(String name) {
        return ("draft of " + name).getBytes(StandardCharsets.UTF_8);
    }
}
