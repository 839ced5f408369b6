package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.records.Address;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are kept: what they say of hours is true by the clock of each shop, whatever the day is here. */
class MidnightTest {
    @TempDir
    Path home;

    /** Noon, UTC: four in the afternoon on Réunion. */
    private final AdjustableClock clock = new AdjustableClock();

    private FakeWeb web;

    @BeforeEach
    void open() {
        web = new FakeWeb(home, clock);
        var shop = new FakeShop(ShopProfile.blank()
                .withName("Chez Alma")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("", "97400", "Saint-Denis", "FR"))
                .withOpeningHours(List.of(
                        new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(18, 0)))));
        shop.add(FakeMarket.product("Bougie", "Maison", 450), clock.instant());
        web.market.publish(shop, clock.instant());
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void hoursAreNeverThoseOfAPageMadeBeforeTheyChanged() {
        assertThat(hours()).contains("Ouvert jusqu’à 18");
        clock.pass(Duration.ofHours(2));
        assertThat(hours()).contains("Fermé, ouvre demain à 9");
        clock.pass(Duration.ofHours(6));
        assertThat(hours()).as("midnight there, eight in the evening here").contains("Fermé, ouvre à 9");
        clock.pass(Duration.ofHours(9));
        assertThat(hours()).contains("Ouvert jusqu’à 18");
    }

    @Test
    void fromTheDayOnWhichAHolidayEndsItsCardsOfferTheBasketAgain() {
        var shop = new FakeShop(ShopProfile.blank()
                .withName("Chez Jo")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("", "97400", "Saint-Denis", "FR"))
                .withEncryptionKey(web.market.bakery.did())
                .withPickup(new Pickup(60, 30))
                .withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2026, 11, 23)))));
        shop.add(FakeMarket.product("Savon", "Maison", 450), clock.instant());
        web.market.publish(shop, clock.instant());
        assertThat(soap()).doesNotContain("data-add").contains("rouvre");
        clock.pass(Duration.ofHours(8).minusMinutes(1));
        assertThat(soap()).as("a minute before midnight there").doesNotContain("data-add");
        clock.pass(Duration.ofMinutes(1));
        assertThat(soap()).contains("data-add").doesNotContain("rouvre");
    }

    /** The only card of the results. */
    private String soap() {
        String page = web.get("/fr/search?q=savon").body();
        int at = page.indexOf("<li class=\"card\"");
        return page.substring(at, page.indexOf("</li>", at));
    }

    private String hours() {
        String page = web.get("/fr/").body();
        assertThat(page).isEqualTo(web.get("/fr/").body());
        int at = Math.max(page.indexOf("Ouvert jusqu"), page.indexOf("Fermé, ouvre"));
        return page.substring(at, page.indexOf('<', at));
    }
}
