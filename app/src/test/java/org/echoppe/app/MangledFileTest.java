package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.echoppe.Shared;
import org.echoppe.app.fx.Background;
import org.echoppe.app.products.ImportKind;
import org.echoppe.app.products.ImportModel;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the import over a file that a spreadsheet spoiled, on a real node, without drawing them. */
class MangledFileTest {
    private static final Map<String, String> FREE_PORTS = Map.of("web-port", "0", "peer-port", "0");

    @TempDir
    Path home;

    @Test
    void theSpoiledKeyIsRefusedAndOneClickTakesTheTrueOne() {
        var file = Shared.file("data/off-1470-excel-mangled.csv");
        var around = new Surroundings(
                Map.of("ECHOPPE_PASSPHRASE", "a long phrase for a test"), Clock.systemUTC(), new SecureRandom());
        var shop = RunningShop.open(home, FREE_PORTS, around, () -> {});
        try {
            shop.welcome().openShop(Map.of("name", "Épicerie du Coin", "currency", "EUR"), false);
            var model = new ImportModel(shop.imports(), new Background(Runnable::run, Runnable::run));
            model.read(file);
            assertThat(model.codesElsewhere()).isEmpty();
            model.plan(Language.FR);
            assertThat(model.stepProperty().get()).isEqualTo(ImportModel.Step.COLUMNS);
            var trouble = model.troubleProperty().get();
            assertThat(trouble).isNotNull();
            assertThat(trouble.sentence(Language.FR)).contains("code", "abîmée", "url");
            assertThat(model.codesElsewhere()).isPresent();
            model.takeCodesElsewhere(Language.FR);
            var preview = model.previewProperty().get();
            assertThat(preview).isNotNull();
            assertThat(preview.count(ImportKind.ADDED)).isEqualTo(1_464);
            assertThat(preview.count(ImportKind.REFUSED)).isEqualTo(6);
            model.accept(Language.FR);
            assertThat(model.stepProperty().get()).isEqualTo(ImportModel.Step.DONE);
            assertThat(shop.products().categories()).isNotEmpty();
        } finally {
            shop.close();
        }
    }
}
