package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.echoppe.domain.Money;
import org.echoppe.records.Address;
import org.echoppe.records.BankTransfer;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Legal;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.Pickup;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shop says of its door: open or on holiday, how to fetch, what bringing costs, on what terms. Thursday 10:15. */
class ShopDoorTest {
    @TempDir
    static Path home;

    private static FakeWeb web;

    @BeforeAll
    static void open() {
        web = new FakeWeb(home);
        web.market.filled();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static void publish(UnaryOperator<ShopProfile> change, int second) {
        var profile = ShopProfile.blank()
                .withName("Librairie du Passage")
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withAddress(new Address("3 passage de l’Argue", "69002", "Lyon", "FR"))
                .withOpeningHours(List.of(
                        new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(10, 0), LocalTime.of(19, 0))));
        web.market.bookshop.rename(change.apply(profile));
        web.market.publish(web.market.bookshop, FakeWeb.NOW.plusSeconds(second));
    }

    private static String page(String path) {
        return web.get(path).body().replace('\u00a0', ' ');
    }

    @Test
    void aHolidayIsSaidOnEveryPageAndEndsByItself() {
        publish(shop -> shop.withStatus(closedUntil("2026-11-30")), 1);
        String shop = "/fr/shops/" + web.market.bookshop.did();
        String listing = "/fr/shops/" + web.listing("tilleuls");
        for (String path : List.of(shop, listing, "/fr/shops", "/fr/search?q=tilleuls")) {
            assertThat(page(path)).as(path).contains("Fermé, rouvre le 30 novembre");
        }
        publish(shop2 -> shop2.withStatus(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty())), 2);
        assertThat(page("/fr/search?q=tilleuls")).contains("Fermé pour congés");
        publish(shop3 -> shop3.withStatus(closedUntil("2026-11-19")), 3);
        for (String path : List.of(shop, listing, "/fr/shops")) {
            assertThat(page(path)).as(path).contains("Ouvert jusqu’à 19 h");
        }
        assertThat(page("/fr/search?q=tilleuls")).doesNotContain("Fermé");
    }

    @Test
    void aSignHangsOnTheShopsPageAndInTheListOfShops() {
        publish(shop -> shop.withLogo(web.market.cover(7).blob()), 5);
        for (String path : List.of("/fr/shops/" + web.market.bookshop.did(), "/fr/shops")) {
            var sign = Pattern.compile("class=\"sign\" src=\"(/media/[^\"]+/160)\"")
                    .matcher(page(path));
            assertThat(sign.find()).as(path).isTrue();
            assertThat(web.get(sign.group(1)).statusCode()).isEqualTo(200);
        }
    }

    private static ShopStatus closedUntil(String day) {
        return new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.parse(day)));
    }

    @Test
    void aShopSaysHowItsGoodsAreHadAndPaidAndOnWhatTerms() {
        publish(
                shop -> shop.withPickup(new Pickup(60, 30))
                        .withDeliveryZones(List.of(
                                new DeliveryZone(List.of("69001", "690*"), 0, 350, 5_000, 2_000),
                                new DeliveryZone(List.of(), 2_500, 0, 0, 0)))
                        .withPaymentsInShop(List.of("espèces", "carte"))
                        .withTransfer(new BankTransfer("Librairie", "FR7630006000011234567890189", ""))
                        .withLegal(new Legal(
                                "SARL",
                                "RCS 1",
                                "",
                                "CGV",
                                "Formulaire",
                                "Médiateur",
                                "Éditeur\u00a0: nous",
                                "Rien n’est gardé.")),
                4);
        String path = "/shops/" + web.market.bookshop.did();
        assertThat(page("/fr" + path))
                .contains("Retrait à la boutique, au plus tôt aujourd’hui à 11 h 30")
                .contains("Livraison 69001, 690* : 3,50 €, offerte dès 50,00 €, à partir de 20,00 € d’achat")
                .contains("Livraison à moins de 2,5 km : offerte")
                .contains("espèces, carte, virement")
                .contains("Mentions légales", "Éditeur : nous", "Confidentialité", "Rien n’est gardé.")
                .doesNotContain("FR7630006000011234567890189");
        assertThat(page("/en" + path))
                .contains("Collection at the shop, today at 11:30 am at the earliest")
                .contains("Delivery 69001, 690*: €3.50, free from €50.00, orders from €20.00")
                .contains("Delivery within 2.5 km: free", "Legal notice", "Privacy");
    }
}
