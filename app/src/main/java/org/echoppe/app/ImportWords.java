package org.echoppe.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.FieldChange;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.VariantDraft;
import org.echoppe.domain.Language;
import org.echoppe.records.Variant;

/** What an import does to a product, in words. */
final class ImportWords {
    /** So many kinds of a product are named. */
    private static final int NAMED = 6;

    private ImportWords() {}

    /** « Prix : 1,20 → 1,30 ». */
    static String of(FieldChange change, Language language) {
        var texts = Texts.of(ImportWords.class, language);
        boolean kinds = change.field() == ProductField.VARIANTS;
        return change.field().label(language) + "\u00a0: "
                + (kinds ? drafts(change.before(), texts) : change.before())
                + " → "
                + (kinds ? drafts(change.after(), texts) : change.after());
    }

    /** « Taille : S (39,00 €), M (42,00 €) ». */
    static String kinds(List<Variant> variants, Texts texts) {
        return list(
                variants.stream()
                        .map(variant -> new Kind(
                                variant.options(),
                                variant.price()
                                        .map(price -> price.money().format(texts.locale()))
                                        .orElse("")))
                        .toList(),
                texts);
    }

    private static String drafts(String text, Texts texts) {
        return list(
                VariantDraft.list(text).stream()
                        .map(kind -> new Kind(kind.options(), kind.price()))
                        .toList(),
                texts);
    }

    private record Kind(Map<String, String> options, String price) {
        String words() {
            String values = String.join(" · ", options.values());
            return price.isBlank() ? values : values + " (" + price + ")";
        }
    }

    private static String list(List<Kind> kinds, Texts texts) {
        if (kinds.isEmpty()) {
            return texts.say("import.noKinds");
        }
        var named = new ArrayList<>(kinds.stream().limit(NAMED).map(Kind::words).toList());
        if (kinds.size() > NAMED) {
            named.add(texts.say("import.moreKinds", kinds.size() - NAMED));
        }
        var options = String.join(" · ", kinds.getFirst().options().keySet());
        return texts.say("import.kinds", options, String.join(", ", named));
    }
}
