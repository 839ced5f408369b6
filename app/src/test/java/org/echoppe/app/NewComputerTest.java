package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.Look;
import org.echoppe.app.settings.LookFile;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.welcome.RestoreModel;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The old computer died; the shop goes on upon the new one, by what the window offers, with real nodes. */
class NewComputerTest {
    private static final Map<String, String> FREE_PORTS = Map.of("web-port", "0", "peer-port", "0");

    @TempDir
    Path folder;

    private final Surroundings around =
            new Surroundings(Map.of(), Clock.system(ZoneId.of("Europe/Paris")), new SecureRandom());
    private final Background background = new Background(Runnable::run, Runnable::run);

    private RunningShop open(String home) {
        return RunningShop.open(folder.resolve(home), FREE_PORTS, around, () -> {});
    }

    /** @return the recovery sheet */
    private String saveAShop(Path file) {
        try (var old = open("old")) {
            var sheet = old.ask(node -> {
                node.catalogue()
                        .shop()
                        .init(Map.of(ShopField.NAME, "Boulangerie des Pentes", ShopField.CURRENCY, "EUR"));
                node.catalogue()
                        .add(ProductDraft.EMPTY
                                .with(ProductField.NAME, "Croissant au beurre")
                                .with(ProductField.PRICE, "1,20")
                                .with(ProductField.STATE, "published"));
                node.publisher().publishNow();
                return node.identity().recoverySheet().orElseThrow().text();
            });
            var saved = old.settings().save(file, LongWork.Progress.NONE);
            assertThat(saved.file()).isEqualTo(file);
            assertThat(saved.sameDisk()).isTrue();
            assertThat(old.settings().machine().backup()).isEqualTo(saved);
            return sheet;
        }
    }

    @Test
    void theShopGoesOnUponANewComputer() {
        var file = folder.resolve("shop.echoppe");
        var sheet = saveAShop(file);
        var home = folder.resolve("new");
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 100);
        var window = new WindowModel(
                () -> open("new"),
                Headless.NONE,
                Rescue.of(home, around),
                new SettingsModel(new LookFile(home), look, background),
                background,
                around.clock());
        window.open();
        assertThat(window.phaseProperty().get()).isInstanceOf(WindowModel.Phase.Welcome.class);
        window.restore();
        var restoring = restoring(window);
        restoring.form().text("file").set(file.toString());
        restoring.form().text("sheet").set(sheet.replaceFirst("^.", "x"));
        restoring.restore();
        assertThat(restoring.form().problems("sheet"))
                .extracting(problem -> problem.fault())
                .isEqualTo(List.of(Fault.RECOVERY_GROUP_WRONG));
        restoring.back();
        assertThat(window.phaseProperty().get())
                .as("nothing happened: the first start goes on")
                .isInstanceOf(WindowModel.Phase.Welcome.class);

        window.restore();
        restoring = restoring(window);
        restoring.form().text("file").set(file.toString());
        restoring.form().text("sheet").set(sheet.toLowerCase(java.util.Locale.ROOT));
        restoring.restore();
        assertThat(restoring.restoredProperty().get()).isNotNull();
        restoring.open();
        assertThat(window.phaseProperty().get()).isInstanceOf(WindowModel.Phase.Open.class);
        var main = ((WindowModel.Phase.Open) window.phaseProperty().get()).model();
        assertThat(main.findProducts("croissant")).hasSize(1);
        window.close(() -> {});
    }

    private static RestoreModel restoring(WindowModel window) {
        return ((WindowModel.Phase.Restoring) window.phaseProperty().get()).model();
    }
}
