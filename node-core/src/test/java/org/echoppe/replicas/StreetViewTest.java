package org.echoppe.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.records.Geo;
import org.echoppe.records.ShopProfile;
import org.junit.jupiter.api.Test;

/** The street as it lies in memory, however long it is. */
class StreetViewTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-19T09:15:00Z");

    private static Did did(int number) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[31] = (byte) (number >> 8);
        point[32] = (byte) number;
        return Did.of(point);
    }

    /** Each 20 metres north of the one before. */
    private static List<Storefront> row(int shops) {
        var row = new ArrayList<Storefront>();
        for (int number = 0; number < shops; number++) {
            var profile = ShopProfile.blank()
                    .withName("Boutique %04d".formatted(number))
                    .withLang("fr")
                    .withGeo(new Geo(45_000_000 + number * 180, 4_800_000));
            row.add(Storefront.of(did(number), number, profile, NOW, PARIS));
        }
        return row;
    }

    @Test
    void theNearestOfAShopAreFoundHoweverManyComeBeforeThemByName() {
        var street = StreetView.of(1, 1, row(1_200), NOW.atZone(PARIS), new OpenNow());
        assertThat(street.around(did(1_100), 50, 8))
                .extracting(near -> near.shop().number())
                .containsExactlyInAnyOrder(1_098, 1_099, 1_101, 1_102);
        assertThat(street.around(did(1_100), 10_000, 8))
                .hasSize(8)
                .isSortedAccordingTo((one, other) -> Double.compare(one.metres(), other.metres()));
    }
}
