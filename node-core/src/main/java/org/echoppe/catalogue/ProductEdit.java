package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A known product in a form: what was filled in, and what stands there now. Only what the two differ in is written: of the rest
 * some may have been sold meanwhile, or a price may have changed.
 */
public record ProductEdit(ProductDraft filled, ProductDraft typed) {

    /**
     * What is to be written over a product that may have changed since.
     *
     * @param present the whole product as it is
     * @throws org.echoppe.domain.Rejected WRONG_SHAPE for kinds that no form wrote
     */
    ProductDraft over(ProductDraft present) {
        var draft = ProductDraft.EMPTY;
        for (var field : typed.texts().entrySet()) {
            if (!field.getValue().equals(filled.text(field.getKey()))) {
                draft = draft.with(field.getKey(), field.getValue());
            }
        }
        if (draft.mentions(ProductField.VARIANTS)) {
            draft = draft.withVariants(kinds(present.variants()));
        }
        boolean counted = draft.mentions(ProductField.STOCK) || draft.mentions(ProductField.VARIANTS);
        // unmentioned, the new stock would tell it, whatever the shopkeeper said
        return counted && !draft.mentions(ProductField.AVAILABILITY)
                ? draft.with(ProductField.AVAILABILITY, present.text(ProductField.AVAILABILITY))
                : draft;
    }

    /** As they were typed; behind them those that came meanwhile, without those that went meanwhile. */
    private List<VariantDraft> kinds(List<VariantDraft> present) {
        var before = byKey(filled.variants());
        var now = byKey(present);
        var came = new ArrayList<>(present);
        came.removeIf(kind -> before.containsKey(kind.key()));
        var kinds = new ArrayList<VariantDraft>();
        for (var kind : typed.variants()) {
            var old = before.get(kind.key());
            var known = now.get(kind.key());
            if (old == null) {
                kinds.add(made(kind, came));
            } else if (known != null) {
                kinds.add(kind.over(old, known));
            } else if (!kind.equals(old)) {
                kinds.add(kind);
            }
        }
        kinds.addAll(came);
        return kinds;
    }

    /** A new kind; where the same one was made elsewhere meanwhile it is that one. */
    private static VariantDraft made(VariantDraft kind, List<VariantDraft> came) {
        var same = came.stream()
                .filter(other -> other.options().equals(kind.options()))
                .findFirst();
        same.ifPresent(came::remove);
        return same.map(other -> kind.over(VariantDraft.of(kind.options()), other))
                .orElse(kind);
    }

    private static Map<String, VariantDraft> byKey(List<VariantDraft> kinds) {
        return kinds.stream()
                .collect(Collectors.toMap(VariantDraft::key, Function.identity(), (first, second) -> first));
    }
}
