package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.records.BankTransfer;
import org.echoppe.records.Closing;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Geo;
import org.echoppe.records.ShopStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopFormTest {
    @TempDir
    Path home;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(home);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Map<String, String> form(String... more) {
        var form = new HashMap<>(shop.shop.form(Language.FR));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    @Test
    void everythingTypedComesBackAsItWasTyped() {
        var typed = form(
                "position", "45.764, 4.8357",
                "hours-mo", "8:00–12:30, 14:00–19:00",
                "hours-fr", "22:00–2:00",
                "closing-1-from", "24/12/2026",
                "closing-1-to", "02/01/2027",
                "closing-1-reason", "Noël",
                "closing-2-from", "01/05/2027",
                "zone-1-area", "69001, 690*",
                "zone-1-fee", "3,50",
                "zone-1-minimum", "20,00",
                "zone-1-free", "50,00",
                "zone-2-area", "1.5 km",
                "zone-2-fee", "0,00",
                "pickup-lead-minutes", "60",
                "pickup-slot-minutes", "30",
                "transfer-holder", "Épicerie du Coin",
                "transfer-iban", "FR76 3000 6000 0112 3456 7890 189",
                "transfer-bic", "AGRIFRPP",
                "legal-notice", "Éditeur",
                "privacy", "Rien n’est gardé.",
                "payments-in-shop", "espèces, carte");
        var profile = shop.shop.saveForm(typed);
        assertThat(shop.shop.form(Language.FR)).containsAllEntriesOf(typed);
        assertThat(profile.deliveryZones())
                .containsExactly(
                        new DeliveryZone(List.of("69001", "690*"), 0, 350, 5_000, 2_000),
                        new DeliveryZone(List.of(), 1_500, 0, 0, 0));
        assertThat(profile.closedOn())
                .containsExactly(
                        new Closing(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 2), "Noël"),
                        new Closing(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 1), ""));
        assertThat(profile.transfer())
                .contains(new BankTransfer("Épicerie du Coin", "FR7630006000011234567890189", "AGRIFRPP"));
        assertThat(profile.openingHours()).extracting(span -> span.closes()).contains(LocalTime.of(2, 0));
    }

    @Test
    void theCommandLineReadsWhatItShows() {
        shop.shop.set(TestShop.fields("lat", "45.764", "lon", "4.8357"));
        shop.shop.set(TestShop.fields(
                "delivery",
                "69001, 690*: 3,50 min 20 offert 50; 5 km: 2",
                "transfer-holder",
                "Épicerie",
                "transfer-iban",
                "FR7630006000011234567890189",
                "legal-notice",
                "Éditeur",
                "privacy",
                "Rien."));
        var shown = shop.shop.show(Language.FR);
        var before = shop.shop.profile();
        assertThat(shown.get(ShopField.DELIVERY)).isEqualTo("69001, 690*: 3,50 min 20,00 offert 50,00; 5 km: 2,00");
        assertThat(shown.get(ShopField.POSITION)).isEqualTo("45.764, 4.8357");
        shop.shop.set(shown);
        assertThat(shop.shop.profile()).isEqualTo(before);
    }

    @Test
    void everyMistakeIsNamedAtItsField() {
        assertThatThrownBy(() -> shop.shop.saveForm(form(
                        "name", "",
                        "position", "ici",
                        "hours-mo", "huit heures",
                        "hours-tu", "8:00-12:00, 11:00-14:00",
                        "closing-1-to", "24/12/2026",
                        "closing-2-from", "24/12/2026",
                        "closing-2-to", "23/12/2026",
                        "closing-3-from", "demain",
                        "zone-1-area", "ailleurs",
                        "zone-1-fee", "cher",
                        "zone-2-fee", "3",
                        "zone-3-area", "0 km",
                        "transfer-iban", "FR7630006000011234567890188",
                        "transfer-bic", "AGRI",
                        "pickup-slot-minutes", "vite")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream()
                                        .map(problem -> problem.field() + " " + problem.fault()))
                                .containsExactlyInAnyOrder(
                                        "name REQUIRED",
                                        "position NOT_A_POSITION",
                                        "hours-mo NOT_HOURS_OF_A_DAY",
                                        "hours-tu HOURS_OVERLAP",
                                        "closing-1-from REQUIRED",
                                        "closing-2-to ENDS_BEFORE_IT_BEGINS",
                                        "closing-3-from NOT_A_DATE",
                                        "zone-1-area NOT_A_POSTAL_CODE",
                                        "zone-1-fee NOT_A_PRICE",
                                        "zone-2-area REQUIRED",
                                        "zone-3-area OUT_OF_RANGE",
                                        "transfer-holder REQUIRED",
                                        "transfer-iban NOT_AN_IBAN",
                                        "transfer-bic NOT_A_BIC",
                                        "pickup-slot-minutes NOT_A_NUMBER"));
    }

    @Test
    void aNightThatRunsIntoTheNextMorningIsSeenAlsoFromSundayToMonday() {
        assertThatThrownBy(() -> shop.shop.saveForm(form("hours-su", "20:00–3:00", "hours-mo", "2:00–10:00")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().field())
                                .isEqualTo("hours-mo"));
        shop.shop.saveForm(form("hours-su", "20:00–2:00", "hours-mo", "2:00–10:00"));
    }

    @Test
    void aRadiusNeedsAPosition() {
        assertThatThrownBy(() -> shop.shop.saveForm(form("zone-1-area", "5 km")))
                .hasMessageContaining("position-missing");
        shop.shop.saveForm(form("zone-1-area", "5 km", "position", "45.7, 4.8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45.7640, 4.8357",
                "45.764,4.8357",
                "45,7640 ; 4,8357",
                "45,7640 4,8357",
                "45.7640° N, 4.8357° E",
                "geo:45.764,4.8357?z=17",
                "https://www.openstreetmap.org/#map=17/45.764000/4.835700",
                "https://www.openstreetmap.org/?mlat=45.764&mlon=4.8357#map=12/1.0/2.0",
            })
    void aPositionIsReadAsPeopleCopyIt(String text) {
        assertThat(PositionText.parse(text)).contains(new Geo(45_764_000, 4_835_700));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "45.764", "91, 4", "45.7, 181", "12 rue du Four", "45.7, 4.8, 3.1", "1,2"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThat(PositionText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"24/12/2026", "24.12.2026", "24-12-2026", "2026-12-24", "24 12 2026"})
    void aDayIsReadAsPeopleTypeIt(String text) {
        assertThat(DateText.parse(text)).contains(LocalDate.of(2026, 12, 24));
    }

    @Test
    void aLegalTextStartsFromWhatTheShopSaidAndAsksForTheRest() {
        var said = Map.of(
                "company-name", "SARL du Four", "street", "1 rue du Four", "postal-code", "69001", "locality", "Lyon");
        for (var language : Language.values()) {
            for (var text : LegalText.values()) {
                String start = text.start(said, language);
                assertThat(start).doesNotContain("{{", "}}").doesNotContainPattern("(?m)^[?!]");
                assertThat(LegalText.gaps(start)).isGreaterThan(0);
                if (text != LegalText.MEDIATOR) {
                    assertThat(start).contains("SARL du Four", "1 rue du Four, 69001 Lyon");
                }
            }
        }
        String terms = LegalText.TERMS.start(said, Language.FR);
        assertThat(terms).contains("ne livre pas", "[à compléter\u00a0: numéro RCS ou SIRET]");
        var delivering = new HashMap<>(said);
        delivering.put("zone-1-area", "69001");
        assertThat(LegalText.TERMS.start(delivering, Language.FR)).contains("livre dans les zones");
        var gap = LegalText.gapFrom(terms, 0).orElseThrow();
        assertThat(LegalText.gapFrom(terms, gap.end()).orElseThrow().start()).isGreaterThan(gap.start());
        assertThat(LegalText.gapFrom(terms, terms.length()).orElseThrow().start())
                .isEqualTo(gap.start());
        assertThat(LegalText.gaps("")).isZero();
    }

    @Test
    void aClosingEndsByItselfOnTheDayItNames() {
        shop.shop.set(TestShop.fields("status", "closed until 2026-11-24"));
        shop.publisher.publishNow();
        shop.publisher.start();
        assertThat(shop.publisher.isWaiting()).isFalse();
        shop.clock.pass(Duration.ofDays(2));
        assertThat(shop.shop.profile().orElseThrow().status().on(LocalDate.of(2026, 11, 24)))
                .isEqualTo(ShopStatus.OPEN);
        assertThat(shop.publisher.isWaiting()).isTrue();
        int commits = shop.announced.size();
        shop.tick();
        assertThat(shop.announced).hasSize(commits + 1);
        assertThat(shop.publisher.isWaiting()).isFalse();
    }
}
