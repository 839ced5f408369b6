package org.echoppe.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A shop as one finds it at the corner, at ten past two on a Sunday. */
final class Street {
    static final Instant NOW = Instant.parse("2026-11-22T13:07:03Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Paris"));

    private Street() {}

    static FakeShop shop() {
        var shop = new FakeShop(CLOCK);
        shop.made = true;
        shop.profile.put("name", "Boulangerie des Pentes");
        shop.profile.put("street", "12 rue des Tables-Claudiennes");
        shop.profile.put("postal-code", "69001");
        shop.profile.put("locality", "Lyon");
        shop.put("Croissant au beurre", "Viennoiserie", "1,20", "24");
        shop.put("Pain au chocolat", "Viennoiserie", "1,30", "18");
        shop.put("Pain de campagne 500 g", "Pains", "2,90", "6");
        shop.put("Baguette de tradition", "Pains", "1,35", "40");
        shop.put("Brioche à tête, sucre perlé et fleur d’oranger, cuite au four à bois", "Viennoiserie", "4,80", "0");
        shop.put("Tarte aux pralines roses", "Pâtisserie", "", "3");
        shop.of(shop.put("Jus de pomme fermier 1 l", "Boissons", "3,60", "12")).put("waiting", "");
        shop.put("Miel de châtaignier", "Épicerie > Miels", "9,50", "");
        for (int i = 1; i <= 5; i++) {
            shop.put("Confiture maison n° " + i, "Épicerie > Confitures", "4,5" + i, Integer.toString(i * 3));
        }
        shop.status = new ShopStatus(
                List.of(), false, false, false, 12, 1, NOW.minusSeconds(3), NOW.minus(Duration.ofHours(18)));
        return shop;
    }
}
