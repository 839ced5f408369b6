package org.echoppe.app.welcome;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.VatRates;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** The first start: two steps, then there is a shop. */
public final class WelcomeModel {
    public static final List<String> FIELDS = List.of("name", "postal-code", "locality", "country", "currency", "vat");

    /** What shops count in, those of most of them first. */
    static final List<String> CURRENCIES =
            List.of("EUR", "CHF", "GBP", "CZK", "DKK", "HUF", "NOK", "PLN", "RON", "SEK", "USD", "CAD");

    private static final String FRANCE = "FR";

    /** What is asked now. */
    public enum Step {
        SHOP,
        VISIBILITY
    }

    private final WelcomeDesk desk;
    private final Background background;
    private final Runnable opened;
    private final FormModel form = new FormModel(FIELDS);
    private final ObservableList<String> rates = FXCollections.observableArrayList();
    private Language language = Language.FR;
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SHOP);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /** @param opened told on the window's thread once the shop is made */
    public WelcomeModel(WelcomeDesk desk, Background background, Runnable opened) {
        this.desk = desk;
        this.background = background;
        this.opened = opened;
        form.text("country").addListener((property, before, now) -> moved(before, now));
        String here = Locale.getDefault().getCountry();
        String country = VatRates.knows(here) ? here : FRANCE;
        form.fill(Map.of("country", country, "currency", currency(country), "vat", usualRate(country)));
    }

    /** In another country other money is paid. */
    private void moved(String before, String country) {
        offer(before, country, language);
        if (!country.isEmpty()) {
            form.text("currency").set(currency(country));
        }
    }

    /** In which language rates are written from now on. */
    void speak(Language spoken) {
        var country = form.text("country").get();
        offer(country, country, spoken);
    }

    /** The rates of this country, so written; one that was typed stays, the usual one makes place for the usual one. */
    private void offer(String before, String country, Language spoken) {
        var vat = form.text("vat");
        var typed = vat.get();
        boolean usual = typed.isEmpty() || typed.equals(usualRate(before));
        language = spoken;
        rates.setAll(VatRates.of(country, spoken));
        vat.set(usual ? usualRate(country) : typed); // the list takes what was chosen from it along when it goes
    }

    private String usualRate(String country) {
        return country.isEmpty() ? "" : VatRates.of(country, language).getFirst();
    }

    private static String currency(String country) {
        var own = Currency.getInstance(Locale.of("", country)).getCurrencyCode();
        return CURRENCIES.contains(own) ? own : "EUR";
    }

    /** From the shop's own details to the question who may see it; stays while something is wrong. */
    public void next(Language language) {
        var fields = fields(language);
        run(() -> desk.check(fields), () -> step.set(Step.VISIBILITY));
    }

    public void back() {
        step.set(Step.SHOP);
    }

    /** Makes the shop. */
    public void open(Language language) {
        var fields = fields(language);
        boolean seen = visible.get();
        run(() -> desk.openShop(fields, seen), opened);
    }

    private Map<String, String> fields(Language language) {
        var fields = new HashMap<>(form.values());
        fields.put("lang", language.code());
        return fields;
    }

    private void run(Runnable work, Runnable then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set(null);
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                done -> {
                    busy.set(false);
                    then.run();
                },
                why -> {
                    busy.set(false);
                    refused(why);
                });
    }

    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            step.set(Step.SHOP);
            form.show(problems);
        } else {
            trouble.set(why);
        }
    }

    /** The rates of VAT of the country that was chosen. */
    ObservableList<String> rates() {
        return rates;
    }

    /** The countries to choose from, by name in this language; empty stands for any other. */
    static List<String> countries(Locale locale) {
        var names = Collator.getInstance(locale);
        var countries = new ArrayList<>(VatRates.countries());
        countries.sort(Comparator.comparing(code -> name(code, locale), names));
        countries.add("");
        return countries;
    }

    static String name(String country, Locale locale) {
        return Locale.of("", country).getDisplayCountry(locale);
    }

    public FormModel form() {
        return form;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
