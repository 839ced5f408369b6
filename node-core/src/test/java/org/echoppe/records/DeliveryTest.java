package org.echoppe.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.echoppe.records.Delivery.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private static final Geo LYON = new Geo(45_764_000, 4_835_700);
    private static final Geo VILLEURBANNE = new Geo(45_771_900, 4_890_200);

    private static DeliveryZone codes(long fee, long freeFrom, long minimum, String... codes) {
        return new DeliveryZone(List.of(codes), 0, fee, freeFrom, minimum);
    }

    @ParameterizedTest
    @CsvSource({
        "69001, 69001, true",
        "69001, 69002, false",
        "690*, 69009, true",
        "690*, 69100, false",
        "69001-69009, 69005, true",
        "69001-69009, 69010, false",
        "69001-69009, 6900, false",
        "00-950, 00950, true",
        "00-950, 00-950, true",
        "SW1A*, sw1a 1aa, true",
        "SW1A 1AA, SW1A1AA, true",
        "690*, '', false",
    })
    void aCodeItsBeginningOrARangeCoversAPostalCode(String zone, String postalCode, boolean covers) {
        assertThat(codes(0, 0, 0, zone).covers(postalCode)).isEqualTo(covers);
    }

    @Test
    void theCheapestZoneThatTakesTheBasketIsChosen() {
        var near = codes(350, 3_000, 0, "69001");
        var town = codes(500, 0, 2_000, "690*");
        var delivery = new Delivery(List.of(town, near), Optional.empty());
        assertThat(delivery.to("69001", Optional.empty(), 1_000)).isEqualTo(new Answer.Delivers(near, 350));
        assertThat(delivery.to("69001", Optional.empty(), 3_000)).isEqualTo(new Answer.Delivers(near, 0));
        assertThat(delivery.to("69003", Optional.empty(), 2_000)).isEqualTo(new Answer.Delivers(town, 500));
        assertThat(delivery.to("69003", Optional.empty(), 1_999)).isEqualTo(new Answer.BasketTooSmall(2_000));
        assertThat(delivery.to("42000", Optional.empty(), 9_999)).isEqualTo(new Answer.OutOfReach());
    }

    @Test
    void aRadiusIsMeasuredFromTheShop() {
        assertThat(LYON.metresTo(VILLEURBANNE)).isBetween(4_200.0, 4_400.0);
        assertThat(LYON.metresTo(LYON)).isZero();
        var around = new DeliveryZone(List.of(), 5_000, 200, 0, 0);
        assertThat(new Delivery(List.of(around), Optional.of(LYON)).to("", Optional.of(VILLEURBANNE), 1))
                .isEqualTo(new Answer.Delivers(around, 200));
        var closer = new DeliveryZone(List.of(), 4_000, 200, 0, 0);
        assertThat(new Delivery(List.of(closer), Optional.of(LYON)).to("", Optional.of(VILLEURBANNE), 1))
                .isEqualTo(new Answer.OutOfReach());
        assertThat(new Delivery(List.of(around), Optional.of(LYON)).to("69100", Optional.empty(), 1))
                .isEqualTo(new Answer.OutOfReach());
    }

    @Test
    void aProfileKeepsItsZonesAndItsAccount() {
        var zones = List.of(codes(350, 3_000, 1_000, "69001", "690*"), new DeliveryZone(List.of(), 5_000, 0, 0, 0));
        var account = new BankTransfer("Boulangerie", "FR7630006000011234567890189", "");
        var profile = ShopProfile.blank()
                .withName("Boulangerie")
                .withLang("fr")
                .withCurrency(org.echoppe.domain.Money.EUR)
                .withDeliveryZones(zones)
                .withTransfer(account);
        assertThat(profile.check()).isEmpty();
        assertThat(profile.deliveryZones()).isEqualTo(zones);
        assertThat(profile.transfer()).contains(account);
        assertThat(profile.withTransfer(null).transfer()).isEmpty();
    }
}
