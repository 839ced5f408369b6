package org.echoppe.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.shop.Recovery;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/** The door of a made-up shop: what it says of itself, and whether it is open. */
final class FakeDoor implements ShopDesk {
    private final FakeShop shop;

    FakeDoor(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public Standing standing(Language language) {
        shop.ask();
        return new Standing(
                shop.profile,
                shop.door,
                shop.sign,
                "https://localhost:8443/fr/",
                shop.visible,
                new Recovery(shop.sheet));
    }

    @Override
    public void save(Map<String, String> fields) {
        shop.ask();
        if (fields.getOrDefault("hours-mo", "").contains("huit")) {
            throw new Rejected(List.of(
                    Problem.of("hours-mo", Fault.NOT_HOURS_OF_A_DAY, "huit heures"),
                    Problem.of("zone-1-area", Fault.NOT_A_POSTAL_CODE, "partout"),
                    Problem.of("zone-1-fee", Fault.NOT_A_PRICE, "cher"),
                    Problem.of("transfer-iban", Fault.NOT_AN_IBAN, "FR76")));
        }
        shop.profile.putAll(fields);
    }

    @Override
    public Runnable hang(@Nullable PictureSource source) {
        shop.ask();
        var before = shop.sign;
        shop.sign = source == null ? "" : "R0lGODlhAQABAIAAAB9vVAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
        return () -> shop.sign = before;
    }

    @Override
    public void open(org.echoppe.records.ShopStatus wanted) {
        shop.ask();
        shop.door = wanted;
    }

    @Override
    public void show(boolean isVisible) {
        shop.visible = isVisible;
    }

    @Override
    public void saveRecoverySheet(Path file, Language language) {}

    @Override
    public void recoverySheetKept() {
        shop.sheet = null;
    }
}
