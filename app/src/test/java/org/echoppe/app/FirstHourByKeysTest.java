package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shopkeeper's first hour on a real node, without a mouse: nothing here but keys, and files copied elsewhere. */
class FirstHourByKeysTest {
    private static final Map<String, String> FREE_PORTS = Map.of("web-port", "0", "peer-port", "0");
    private static final int FAR = 60;

    @TempDir
    Path folder;

    @Test
    void aShopIsMadeStockedPublishedAndOpenedByKeysAlone() throws IOException {
        var clock = Clock.system(ZoneId.of("Europe/Paris"));
        var around =
                new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "a long phrase for a test"), clock, new SecureRandom());
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 100);
        var neighbour = RunningShop.open(folder.resolve("neighbour"), FREE_PORTS, around, () -> {});
        neighbour.welcome().openShop(Map.of("name", "Fromagerie Saint-Jean", "currency", "EUR"), false);
        try (neighbour;
                var window = TestWindow.open(
                        folder.resolve("bakery"),
                        () -> RunningShop.open(folder.resolve("bakery"), FREE_PORTS, around, () -> {}),
                        look,
                        clock,
                        1280,
                        800,
                        Screen.TODAY)) {
            makesTheShop(window);
            writesAProduct(window);
            changesItsPriceInTheList(window);
            importsASpreadsheet(window);
            raisesAllPricesAndTakesItBack(window);
            saysWhereItIs(window);
            saysWhenItIsOpen(window);
            writesItsTerms(window);
            putsTheRecoverySheetAway(window);
            meetsAnotherShop(window, neighbour.network().self().invitation());
            closesForHolidays(window, clock);
            asksForLargerWords(window);
            speaksEnglish(window);
        }
    }

    private static void makesTheShop(TestWindow window) {
        window.keyboardIn("#field-name");
        window.write("Boulangerie des Pentes");
        window.press(KeyCode.ENTER);
        window.keyboardIn("#visible");
        window.press(KeyCode.ENTER);
        window.see("#today");
    }

    private void writesAProduct(TestWindow window) throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.keyboardIn("#field-name");
        window.write("Pain de campagne");
        window.press(KeyCode.TAB);
        window.keyboardIn("#field-price");
        window.write("2,90");
        window.press(KeyCode.TAB);
        window.write("6");
        window.paste(Files.write(folder.resolve("pain.png"), TestWindow.pngOfAwning()));
        tabTo(window, "#alt-0");
        window.write("Un pain rond");
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.read("est enregistré");
        window.read("En ligne");
    }

    private static void changesItsPriceInTheList(TestWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.write("pain");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.F2);
        window.keyboardIn("#cell-editor");
        window.write("3,10");
        window.press(KeyCode.ENTER);
        window.read("3,10");
    }

    private void importsASpreadsheet(TestWindow window) throws IOException {
        var file = Files.writeString(folder.resolve("caisse.csv"), """
                EAN;Désignation;Prix TTC;Qté
                3017620422003;Pain au chocolat;1,30;24
                3178500411843;Pain aux noix;3,80;4
                """);
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.keyboardIn("#choose");
        window.paste(file);
        window.keyboardIn("#to-preview");
        window.press(KeyCode.ENTER);
        window.keyboardIn("#accept");
        window.press(KeyCode.ENTER);
        window.keyboardIn("#see-products");
        window.press(KeyCode.ENTER);
        window.read("Pain aux noix");
    }

    private static void raisesAllPricesAndTakesItBack(TestWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.A);
        tabTo(window, "#bulk-price");
        window.press(KeyCode.SPACE);
        window.keyboardIn("#bulk-text");
        window.write("+10 %");
        window.read("→");
        window.press(KeyCode.ENTER);
        window.read("3,41");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.read("3,10");
        window.gone("3,41");
    }

    private static void saysWhereItIs(TestWindow window) {
        find(window, "adresse");
        window.keyboardIn("#field-street");
        window.write("12 montée de la Grande-Côte");
        window.press(KeyCode.TAB);
        window.write("69001");
        window.press(KeyCode.TAB);
        window.write("Lyon");
        tabTo(window, "#field-phone");
        window.write("04 78 00 00 00");
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.read("Votre page est à jour");
    }

    private static void writesItsTerms(TestWindow window) {
        find(window, "textes légaux");
        window.keyboardIn("#field-company-name");
        window.write("Boulangerie des Pentes SARL");
        tabTo(window, "#start-terms");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.read("Votre page est à jour");
    }

    private static void putsTheRecoverySheetAway(TestWindow window) {
        find(window, "fiche de secours");
        tabTo(window, "#recovery-kept");
        window.press(KeyCode.SPACE);
        window.agree();
        window.gone("Votre fiche de secours n’est pas encore rangée");
    }

    private static void meetsAnotherShop(TestWindow window, String invitation) {
        find(window, "ajouter une boutique");
        window.keyboardIn("#field-address");
        window.write(invitation);
        window.press(KeyCode.ENTER);
        window.keyboardIn("#same");
        window.press(KeyCode.ENTER);
        window.read("Fromagerie Saint-Jean");
    }

    private static void saysWhenItIsOpen(TestWindow window) {
        find(window, "horaires");
        window.keyboardIn("#field-hours-mo");
        window.write("7:00–19:00");
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.read("Votre page est à jour");
    }

    private static void closesForHolidays(TestWindow window, Clock clock) {
        find(window, "congés");
        window.keyboardIn("#holiday");
        window.press(KeyCode.TAB);
        window.keyboardIn("#last-day");
        window.write(LocalDate.now(clock).plusDays(3).toString());
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.keyboardIn("#holiday");
        window.press(KeyCode.SPACE);
        window.read("Fermé pour congés");
    }

    private static void speaksEnglish(TestWindow window) {
        find(window, "langue");
        window.keyboardIn("#language-fr");
        window.press(KeyCode.RIGHT);
        window.read("Language");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.read("Availability");
    }

    private static void asksForLargerWords(TestWindow window) {
        find(window, "taille du texte");
        window.keyboardIn("#text-100");
        window.press(KeyCode.RIGHT);
        window.keyboardIn("#text-125");
        assertThat(window.model.settings().lookProperty().get().textPercent()).isEqualTo(125);
    }

    private static void find(TestWindow window, String words) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.keyboardIn("#find");
        window.write(words);
        window.press(KeyCode.ENTER);
    }

    private static void tabTo(TestWindow window, String query) {
        window.see(query);
        for (int i = 0; i < FAR && !window.see(query).isFocused(); i++) {
            window.press(KeyCode.TAB);
        }
        window.keyboardIn(query);
    }
}
