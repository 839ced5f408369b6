package org.echoppe.app.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.LegalText;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop screen without a window: Sunday 22 November 2026, seven past two in the afternoon. */
class ShopModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T13:07:03Z"), ZoneId.of("Europe/Paris"));
    private static final Language FR = Language.FR;

    private final Desk desk = new Desk();
    private final ShopModel model = new ShopModel(desk, new Background(Runnable::run, Runnable::run), CLOCK);
    private final DoorWords words = new DoorWords(Texts.of(ShopModel.class, FR));

    /** A shop that takes everything, unless told to refuse. */
    private static final class Desk implements ShopDesk {
        final Map<String, String> fields = new HashMap<>(Map.of("lang", "fr", "country", "FR"));
        List<Problem> refuses = List.of();
        ShopStatus status = ShopStatus.OPEN;

        @Override
        public Standing standing(Language language) {
            return new Standing(fields, status, "", "https://localhost:8443/fr/", true, new Recovery(null));
        }

        @Override
        public void save(Map<String, String> typed) {
            if (!refuses.isEmpty()) {
                throw new Rejected(refuses);
            }
            fields.putAll(typed);
        }

        @Override
        public void open(ShopStatus wanted) {
            status = wanted;
        }

        @Override
        public Runnable hang(@Nullable PictureSource source) {
            return () -> {};
        }

        @Override
        public void show(boolean visible) {}

        @Override
        public void saveRecoverySheet(Path file, Language language) {}

        @Override
        public void recoverySheetKept() {}
    }

    @BeforeEach
    void open() {
        model.refresh(FR);
    }

    private void type(String field, String text) {
        model.form().text(field).set(text);
    }

    private String now() {
        return words.now(java.util.Objects.requireNonNull(
                        model.door().doorProperty().get()))
                .replace('\u00a0', ' ');
    }

    private String slots() {
        return words.slots(java.util.Objects.requireNonNull(
                        model.door().doorProperty().get()))
                .replace('\u00a0', ' ');
    }

    @Test
    void theDoorFollowsWhatIsTyped() {
        assertThat(now()).isEqualTo("Vos horaires ne sont pas encore indiqués");
        type("hours-su", "8:00–12:30, 14:00–19:00");
        assertThat(now()).isEqualTo("Ouvert jusqu’à 19 h");
        type("hours-su", "8-12");
        assertThat(now()).isEqualTo("Fermé, ouvre dimanche à 8 h");
        model.door().copyHours(DayOfWeek.SUNDAY, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        assertThat(now()).isEqualTo("Fermé, ouvre demain à 8 h");
        type("closing-1-from", "23/11/2026");
        assertThat(now()).isEqualTo("Fermé, ouvre mardi à 8 h");
        type("hours-su", "18:30-2:00");
        assertThat(now()).isEqualTo("Fermé, ouvre aujourd’hui à 18 h 30");
    }

    @Test
    void slotsFollowFromTheHours() {
        type("hours-su", "14:00-16:00");
        assertThat(slots()).isEmpty();
        type("pickup-slot-minutes", "30");
        assertThat(slots()).isEqualTo("aujourd’hui : 14:30–15:00, 15:00–15:30, 15:30–16:00");
        type("pickup-lead-minutes", "60");
        assertThat(slots()).isEqualTo("aujourd’hui : 15:30–16:00");
    }

    @Test
    void holidaysCloseTheShopUntilTheDayAfterTheLastAndCanBeTakenBack() {
        var back = new ArrayList<Runnable>();
        model.door().lastDayProperty().set("21/11/2026");
        model.close(FR, back::add);
        assertThat(model.holidayProblemsProperty().get())
                .extracting(Problem::fault)
                .containsExactly(Fault.DAY_IS_PAST);
        assertThat(desk.status).isEqualTo(ShopStatus.OPEN);
        model.door().lastDayProperty().set("31/12/2026");
        model.close(FR, back::add);
        assertThat(desk.status.until()).contains(LocalDate.of(2027, 1, 1));
        assertThat(now()).isEqualTo("Fermé pour congés, réouverture le 1er janvier");
        back.getLast().run();
        assertThat(desk.status).isEqualTo(ShopStatus.OPEN);
        model.door().lastDayProperty().set("");
        model.close(FR, back::add);
        assertThat(now()).isEqualTo("Fermé pour congés");
        model.reopen(FR, back::add);
        assertThat(desk.status).isEqualTo(ShopStatus.OPEN);
    }

    @Test
    void holidaysThatAreOverAreOver() {
        desk.status = new ShopStatus(ShopStatus.State.CLOSED, Optional.of(LocalDate.of(2026, 11, 22)));
        model.refresh(FR);
        assertThat(now()).isEqualTo("Vos horaires ne sont pas encore indiqués");
        assertThat(model.door().lastDayProperty().get()).isEmpty();
    }

    @Test
    void aRowIsAddedTakenOutAndPutBack() {
        desk.fields.put("zone-1-area", "69001");
        desk.fields.put("zone-2-area", "69002");
        model.refresh(FR);
        assertThat(model.zones().countProperty().get()).isEqualTo(2);
        model.zones().add();
        type("zone-3-fee", "3");
        var back = model.zones().remove(1);
        assertThat(model.form().text("zone-1-area").get()).isEqualTo("69002");
        assertThat(model.form().text("zone-2-fee").get()).isEqualTo("3");
        assertThat(model.zones().countProperty().get()).isEqualTo(2);
        back.run();
        assertThat(model.form().text("zone-1-area").get()).isEqualTo("69001");
        assertThat(model.form().text("zone-3-fee").get()).isEqualTo("3");
    }

    @Test
    void mistakesAreCountedWhereTheyStandAndEveryFieldHasItsSection() {
        desk.refuses = List.of(
                Problem.of("hours-mo", Fault.HOURS_OVERLAP),
                Problem.of("zone-1-area", Fault.REQUIRED),
                Problem.of("zone-1-fee", Fault.NOT_A_PRICE, "x"));
        model.save(FR, () -> {});
        assertThat(model.mistakes(ShopSection.HOURS)).isEqualTo(1);
        assertThat(model.mistakes(ShopSection.DELIVERY)).isEqualTo(2);
        assertThat(model.mistakes(ShopSection.LEGAL)).isZero();
        assertThat(model.form().fields())
                .allMatch(field -> EnumSet.allOf(ShopSection.class).stream()
                                .filter(section -> section.holds(field))
                                .count()
                        == 1);
    }

    @Test
    void legalTextsStartFromAModelAndCountWhatIsMissing() {
        type("company-name", "SARL du Four");
        type("privacy", "Le mien.");
        var back = model.legal().start(LegalText.PRIVACY);
        assertThat(model.form().text("privacy").get()).contains("SARL du Four");
        int gaps = model.legal().gaps(LegalText.PRIVACY);
        assertThat(gaps).isPositive();
        assertThat(model.legal().gapsProperty().get()).isEqualTo(gaps);
        back.run();
        assertThat(model.form().text("privacy").get()).isEqualTo("Le mien.");
        assertThat(model.legal().gapsProperty().get()).isZero();
    }

    @Test
    void waysToPayAreTakenInAndOut() {
        type("payments-in-shop", "Espèces,chèque");
        model.pay("carte", true);
        model.pay("espèces", false);
        assertThat(model.form().text("payments-in-shop").get()).isEqualTo("chèque, carte");
    }

    @Test
    void theRatesOfVatAreThoseOfTheCountryThatIsTyped() {
        model.refresh(FR);
        assertThat(model.vatRates()).contains("5,5");
        model.form().text("vat").set("5,5");
        model.form().text("country").set("ch");
        assertThat(model.vatRates()).startsWith("8,1");
        assertThat(model.form().text("vat").get()).isEqualTo("5,5");
    }

    @Test
    void aMapIsAskedForTheAddressThatStandsThere() {
        model.form().text("street").set(" 12 montée de la Grande-Côte");
        model.form().text("locality").set("Lyon");
        model.form().text("country").set("FR");
        assertThat(model.map()).endsWith("/search?query=12+mont%C3%A9e+de+la+Grande-C%C3%B4te%2C+Lyon%2C+FR");
    }
}
