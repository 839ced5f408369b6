package org.echoppe.app.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.echoppe.app.fx.Background;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;

/** What a country brings along at the first start. */
class WelcomeModelTest {
    private final WelcomeModel model = new WelcomeModel(
            new WelcomeDesk() {
                @Override
                public void openShop(Map<String, String> fields, boolean visible) {}

                @Override
                public void check(Map<String, String> fields) {}
            },
            new Background(Runnable::run, Runnable::run),
            () -> {});

    private String text(String field) {
        return model.form().text(field).get();
    }

    @Test
    void moneyAndRatesFollowTheCountryButNotARateThatWasTyped() {
        model.speak(Language.FR);
        model.form().text("country").set("CH");
        assertThat(text("currency")).isEqualTo("CHF");
        assertThat(text("vat")).isEqualTo("8,1");
        assertThat(model.rates()).containsExactly("8,1", "3,8", "2,6", "0");
        model.speak(Language.EN);
        assertThat(text("vat")).isEqualTo("8.1");
        model.form().text("vat").set("2.6");
        model.form().text("country").set("DE");
        assertThat(text("currency")).isEqualTo("EUR");
        assertThat(text("vat")).isEqualTo("2.6");
        model.form().text("vat").set("19");
        model.form().text("country").set("");
        assertThat(text("vat")).as("unknown there").isEmpty();
    }

    @Test
    void countriesStandByTheirNameInEachLanguageAndAnyOtherLast() {
        assertThat(WelcomeModel.countries(Locale.FRENCH))
                .startsWith("DE", "AT", "BE")
                .endsWith("");
        assertThat(WelcomeModel.countries(Locale.ENGLISH))
                .startsWith("AT", "BE", "BG")
                .endsWith("");
    }
}
