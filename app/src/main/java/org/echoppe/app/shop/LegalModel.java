package org.echoppe.app.shop;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echoppe.app.fx.FormModel;
import org.echoppe.catalogue.LegalText;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Language;

/** The legal texts in the form: where they start from, and how much in them still waits to be filled in. */
public final class LegalModel {
    /** A stretch of a text. */
    public record Stretch(int from, int to) {}

    private final FormModel form;
    private final ReadOnlyIntegerWrapper gaps = new ReadOnlyIntegerWrapper();

    LegalModel(FormModel form) {
        this.form = form;
        for (var text : LegalText.values()) {
            form.text(text.field().key()).addListener((property, before, now) -> count());
        }
    }

    private void count() {
        gaps.set(Arrays.stream(LegalText.values()).mapToInt(this::gaps).sum());
    }

    /** Puts the text to start from in place of what is there, in the shop's language. Returns what puts that back. */
    public Runnable start(LegalText text) {
        var property = form.text(text.field().key());
        String before = property.get();
        property.set(text.start(
                form.values(), Language.of(form.text(ShopField.LANG.key()).get())));
        return () -> property.set(before);
    }

    /** How many marks of one text wait to be filled in. */
    public int gaps(LegalText text) {
        return LegalText.gaps(written(text));
    }

    public boolean isBlank(LegalText text) {
        return written(text).isBlank();
    }

    /** The next mark after a place in the text, or the first again. */
    public Optional<Stretch> gapFrom(LegalText text, int place) {
        return LegalText.gapFrom(written(text), place).map(gap -> new Stretch(gap.start(), gap.end()));
    }

    private String written(LegalText text) {
        return form.text(text.field().key()).get();
    }

    /** Of all texts together. */
    public ReadOnlyIntegerProperty gapsProperty() {
        return gaps.getReadOnlyProperty();
    }
}
