package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.store.ProductKind;
import org.echoppe.today.Step;
import org.echoppe.today.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real node finds its own tasks, and remembers that the first week is over. */
class TodayTest {
    private static final Map<String, String> PORTS = Map.of("web-port", "0", "peer-port", "0");

    @TempDir
    Path home;

    private Node open() {
        var around = new Surroundings(
                Map.of("ECHOPPE_PASSPHRASE", "a long phrase for a test"), Clock.systemUTC(), new SecureRandom());
        return Node.open(NodeConfig.load(home, Map.of(), PORTS), around);
    }

    @Test
    void aNewShopIsToldWhatToDoAndTheListGoesWhenSentAway() {
        try (var node = open()) {
            node.catalogue().shop().init(Map.of(ShopField.NAME, "Boulangerie", ShopField.CURRENCY, "EUR"));
            node.catalogue().add(product("Croissant", "1,20", "0"));
            node.catalogue().add(product("Brioche", "4,80", "2"));
            node.catalogue().add(product("Tarte", "", "3"));
            assertThat(node.today().tasks())
                    .contains(
                            new Task.RecoverySheetWaits(),
                            new Task.BackupDue(Optional.empty()),
                            new Task.SoldOut(1),
                            new Task.LowStock(1),
                            new Task.DraftsWithoutPrice(1));
            assertThat(node.today().progress().done()).containsExactly(Step.PRODUCT);
            node.identity().recoverySheetPrinted();
            assertThat(node.today().progress().done()).containsExactlyInAnyOrder(Step.PRODUCT, Step.RECOVERY_SHEET);
            assertThat(node.today().tasks()).doesNotContain(new Task.RecoverySheetWaits());
            node.today().firstWeek().dismiss();
        }
        try (var node = open()) {
            assertThat(node.today().progress().isOver()).isTrue();
            node.today().firstWeek().recall();
            assertThat(node.today().progress().done()).containsExactlyInAnyOrder(Step.PRODUCT, Step.RECOVERY_SHEET);
        }
    }

    @Test
    void whatIsSoldOutTodayIsWhatTheListSays() {
        try (var node = open()) {
            var goods = node.catalogue();
            goods.shop().init(Map.of(ShopField.NAME, "Boulangerie", ShopField.CURRENCY, "EUR"));
            goods.add(product("Croissant", "1,20", "0"));
            goods.add(product("Bûche", "38", "0").with(ProductField.AVAILABILITY, "preOrder"));
            goods.add(product("Miel", "9,50", "").with(ProductField.AVAILABILITY, "outOfStock"));
            goods.add(product("Thé", "6", "").with(ProductField.AVAILABILITY, "limited"));
            goods.add(product("Brouillon", "", "0"));
            assertThat(node.today().tasks()).contains(new Task.SoldOut(2), new Task.LowStock(1));
            assertThat(goods.counts()).containsEntry(ProductKind.SOLD_OUT, 2).containsEntry(ProductKind.LOW_STOCK, 1);
        }
    }

    private static ProductDraft product(String name, String price, String stock) {
        return ProductDraft.EMPTY
                .with(ProductField.NAME, name)
                .with(ProductField.PRICE, price)
                .with(ProductField.STOCK, stock);
    }
}
