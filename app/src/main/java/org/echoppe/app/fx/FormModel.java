package org.echoppe.app.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.echoppe.domain.Problem;

/** What stands in the fields of a form, still text, and what is wrong with each: all at once. */
public final class FormModel {
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final SimpleObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper();
    private Map<String, String> filled = Map.of();

    /** @param fields by the names that {@link Problem#field} uses */
    public FormModel(List<String> fields) {
        for (String field : fields) {
            var text = new SimpleStringProperty("");
            text.addListener((property, before, now) -> edited(field));
            texts.put(field, text);
        }
    }

    /** @throws IllegalArgumentException for a field the form does not have */
    public StringProperty text(String field) {
        var text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return text;
    }

    public List<String> fields() {
        return List.copyOf(texts.keySet());
    }

    /** Replaces all texts and forgets all problems; what is missing becomes empty. */
    public void fill(Map<String, String> values) {
        filled = Map.copyOf(values);
        texts.forEach((field, text) -> text.set(filled.getOrDefault(field, "")));
        problems.set(List.of());
        changed.set(false);
    }

    /** Puts back what was being typed over what had been filled in. */
    public void resume(Map<String, String> values, Map<String, String> typed) {
        fill(values);
        texts.forEach((field, text) -> text.set(typed.getOrDefault(field, "")));
    }

    /** What was filled in last. */
    public Map<String, String> filled() {
        return filled;
    }

    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        texts.forEach((field, text) -> values.put(field, text.get() == null ? "" : text.get()));
        return values;
    }

    /** Whether anything differs from what was filled in. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public ObservableValue<List<Problem>> problemsProperty() {
        return problems;
    }

    public void show(List<Problem> found) {
        problems.set(List.copyOf(found));
        refusals.set(refusals.get() + 1);
    }

    /** Counts how often problems were found: then, and not while they are being mended, the keyboard goes to the first. */
    public ReadOnlyIntegerProperty refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    /** The problems of one field. */
    public List<Problem> problems(String field) {
        return problems.get().stream().filter(p -> p.field().equals(field)).toList();
    }

    /** Those that no field of this form can show: they belong above it. */
    public List<Problem> homeless() {
        return problems.get().stream().filter(p -> !texts.containsKey(top(p))).toList();
    }

    /** Of {@code variants.2.price} the field that the form has. */
    private static String top(Problem problem) {
        int dot = problem.field().indexOf('.');
        return dot < 0 ? problem.field() : problem.field().substring(0, dot);
    }

    private void edited(String field) {
        changed.set(texts.entrySet().stream()
                .anyMatch(e ->
                        !filled.getOrDefault(e.getKey(), "").equals(e.getValue().get())));
        var left = new ArrayList<>(problems.get());
        if (left.removeIf(p -> top(p).equals(field))) {
            problems.set(List.copyOf(left));
        }
    }
}
