package org.echoppe.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.records.Availability;
import org.echoppe.records.Condition;
import org.echoppe.store.ProductState;

/** The words that people and other shop programs write for a choice. */
final class Words {
    private static final Map<String, Boolean> YES_OR_NO = Map.ofEntries(
            Map.entry("oui", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("vrai", true),
            Map.entry("1", true),
            Map.entry("x", true),
            Map.entry("non", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("faux", false),
            Map.entry("0", false));

    private static final Map<String, Availability> AVAILABILITY = Map.ofEntries(
            Map.entry("instock", Availability.IN_STOCK),
            Map.entry("enstock", Availability.IN_STOCK),
            Map.entry("disponible", Availability.IN_STOCK),
            Map.entry("available", Availability.IN_STOCK),
            Map.entry("1", Availability.IN_STOCK),
            Map.entry("limited", Availability.LIMITED),
            Map.entry("limite", Availability.LIMITED),
            Map.entry("limitee", Availability.LIMITED),
            Map.entry("outofstock", Availability.OUT_OF_STOCK),
            Map.entry("rupture", Availability.OUT_OF_STOCK),
            Map.entry("enrupture", Availability.OUT_OF_STOCK),
            Map.entry("rupturedestock", Availability.OUT_OF_STOCK),
            Map.entry("epuise", Availability.OUT_OF_STOCK),
            Map.entry("indisponible", Availability.OUT_OF_STOCK),
            Map.entry("0", Availability.OUT_OF_STOCK),
            Map.entry("preorder", Availability.PRE_ORDER),
            Map.entry("precommande", Availability.PRE_ORDER),
            Map.entry("surcommande", Availability.PRE_ORDER),
            Map.entry("onbackorder", Availability.PRE_ORDER),
            Map.entry("backorder", Availability.PRE_ORDER));

    private static final Map<String, Condition> CONDITION = Map.ofEntries(
            Map.entry("new", Condition.NEW),
            Map.entry("neuf", Condition.NEW),
            Map.entry("nouveau", Condition.NEW),
            Map.entry("refurbished", Condition.REFURBISHED),
            Map.entry("reconditionne", Condition.REFURBISHED),
            Map.entry("used", Condition.USED),
            Map.entry("occasion", Condition.USED),
            Map.entry("doccasion", Condition.USED));

    private static final Map<String, ProductState> STATE = Map.ofEntries(
            Map.entry("draft", ProductState.DRAFT),
            Map.entry("brouillon", ProductState.DRAFT),
            Map.entry("0", ProductState.DRAFT),
            Map.entry("1", ProductState.PUBLISHED),
            Map.entry("published", ProductState.PUBLISHED),
            Map.entry("publish", ProductState.PUBLISHED),
            Map.entry("publie", ProductState.PUBLISHED),
            Map.entry("active", ProductState.PUBLISHED),
            Map.entry("actif", ProductState.PUBLISHED),
            Map.entry("withdrawn", ProductState.WITHDRAWN),
            Map.entry("retire", ProductState.WITHDRAWN),
            Map.entry("archived", ProductState.WITHDRAWN));

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]|\\p{M}");

    private Words() {}

    static Optional<Boolean> yesOrNo(String text) {
        return Optional.ofNullable(YES_OR_NO.get(plain(text)));
    }

    static Optional<Availability> availability(String text) {
        return Optional.ofNullable(AVAILABILITY.get(plain(text)));
    }

    static Optional<Condition> condition(String text) {
        return Optional.ofNullable(CONDITION.get(plain(text)));
    }

    static Optional<ProductState> state(String text) {
        return Optional.ofNullable(STATE.get(plain(text)));
    }

    /** Small letters and digits alone, without accents: the form in which headers and words are compared. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return SIGNS.matcher(apart).replaceAll("");
    }
}
