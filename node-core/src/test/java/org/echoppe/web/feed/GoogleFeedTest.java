package org.echoppe.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.Test;

/** By what names product searches know the kinds of an article. */
class GoogleFeedTest {
    private static final Pattern ID = Pattern.compile("<g:id>(.*?)</g:id>");

    private static List<String> ids(String... kinds) {
        var record = ProductRecord.blank()
                .withName("Pull marin")
                .withPrice(new Price(new Money(8_900, Money.EUR), OptionalInt.of(2_000), true))
                .withAvailability(Availability.IN_STOCK)
                .withVariants(Stream.of(kinds)
                        .map(key -> new Variant(
                                key, Map.of("Taille", key), Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList());
        var ware = new Ware(
                "3mdzq5h2abc22",
                "at://shop/product",
                "https://exemple.fr/pull",
                record,
                List.of("https://exemple.fr/pull.jpg"),
                Instant.EPOCH);
        String feed = new String(GoogleFeed.of("https://exemple.fr", ShopProfile.blank(), List.of(ware)), UTF_8);
        return ID.matcher(feed).results().map(found -> found.group(1)).toList();
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
}
