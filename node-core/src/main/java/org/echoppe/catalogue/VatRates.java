package org.echoppe.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echoppe.domain.Language;

/**
 * The rates of VAT in force, in percent as a form writes them, the usual one first. A shop may always type another.
 *
 * @see <a href="https://europa.eu/youreurope/business/taxation/vat/vat-rules-rates/index_en.htm">Your Europe, VAT rates</a>
 */
public final class VatRates {
    private static final Map<String, String> RATES = Map.ofEntries(
            Map.entry("AT", "20 13 10"),
            Map.entry("BE", "21 12 6"),
            Map.entry("BG", "20 9"),
            Map.entry("CH", "8.1 3.8 2.6"),
            Map.entry("CY", "19 9 5 3"),
            Map.entry("CZ", "21 12"),
            Map.entry("DE", "19 7"),
            Map.entry("DK", "25"),
            Map.entry("EE", "24 13 9"),
            Map.entry("ES", "21 10 4"),
            Map.entry("FI", "25.5 13.5 10"),
            Map.entry("FR", "20 10 5.5 2.1"),
            Map.entry("GB", "20 5"),
            Map.entry("GR", "24 13 6"),
            Map.entry("HR", "25 13 5"),
            Map.entry("HU", "27 18 5"),
            Map.entry("IE", "23 13.5 9 4.8"),
            Map.entry("IT", "22 10 5 4"),
            Map.entry("LT", "21 12 5"),
            Map.entry("LU", "17 14 8 3"),
            Map.entry("LV", "21 12 5"),
            Map.entry("MT", "18 12 7 5"),
            Map.entry("NL", "21 9"),
            Map.entry("NO", "25 15 12"),
            Map.entry("PL", "23 8 5"),
            Map.entry("PT", "23 13 6"),
            Map.entry("RO", "21 11"),
            Map.entry("SE", "25 12 6"),
            Map.entry("SI", "22 9.5 5"),
            Map.entry("SK", "23 19 5"));

    private static final String FRANCE = "FR";

    private VatRates() {}

    /**
     * The rates of a country, and nought for who charges none.
     *
     * @param country ISO 3166 in two letters; nought alone for one that is not known here, and France's where none is chosen
     * @param decimal what parts whole from fraction
     */
    public static List<String> of(String country, char decimal) {
        var rates = RATES.getOrDefault(country.isEmpty() ? FRANCE : country, "") + " 0";
        return List.of(rates.strip().replace('.', decimal).split(" "));
    }

    /** The same, as the language writes them. */
    public static List<String> of(String country, Language language) {
        return of(country.strip().toUpperCase(Locale.ROOT), language == Language.EN ? '.' : ',');
    }

    /** The countries whose rates are known. */
    public static List<String> countries() {
        return RATES.keySet().stream().sorted().toList();
    }

    /** Whether the rates of this country are known. */
    public static boolean knows(String country) {
        return RATES.containsKey(country);
    }
}
