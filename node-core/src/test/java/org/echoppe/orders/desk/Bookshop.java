package org.echoppe.orders.desk;

import static org.echoppe.orders.desk.TestDesk.wish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ShopField;
import org.echoppe.orders.documents.Printed;
import org.junit.jupiter.api.BeforeEach;

/** Nine novels and nine essays, to be paid in the shop or by transfer. */
abstract class Bookshop extends OpenShop {
    Product novel;
    Product essay;

    @BeforeEach
    void fill() {
        shop.shop.set(Map.of(
                ShopField.STREET, "5 quai de Saône",
                ShopField.LOCALITY, "Lyon",
                ShopField.TERMS, "La vente est conclue quand la boutique l’accepte.",
                ShopField.TRANSFER_HOLDER, "Librairie du Pont",
                ShopField.TRANSFER_IBAN, "FR1420041010050500013M02606"));
        novel = shop.product("Roman d’été", "8,90", "stock", "9", "vat_rate", "5,5", "category", "Livres");
        essay = shop.product("Essai", "12,50", "stock", "9", "vat_rate", "5,5", "category", "Livres");
    }

    /** A novel and an essay, 21.40 €, to be paid by transfer. */
    void acceptTransfer() {
        var order = shop.order(shopper, 2_140, wish(novel, 1), wish(essay, 1));
        shop.send(shopper, order.put("payment", "transfer"));
        shop.desk.accept(shopper.id(), List.of(), "");
    }

    /** The same, handed over before the transfer came. */
    void handOverUnpaid() {
        acceptTransfer();
        shop.desk.complete(shopper.id(), new HandingOver(false, Optional.empty()));
    }

    void withdrawFrom(int number, int line) {
        var word = shopper.word(number, "withdraw", shop.clock.instant());
        word.putArray("lines").add(line);
        shop.say(shopper, word);
    }

    static void show(String name, byte[] file) throws IOException {
        Files.createDirectories(Path.of("target", "papers"));
        ImageIO.write(
                new Printed(file).picture(0, 100),
                "png",
                Path.of("target", "papers", name + ".png").toFile());
    }
}
