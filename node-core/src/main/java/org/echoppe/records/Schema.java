package org.echoppe.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.repo.Ipld;

/** The known fields of a record or of a part of one. Fields it does not know are no mistake: a newer node wrote them. */
final class Schema implements Shape {
    private final Map<String, Shape> known = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    Schema required(String name, Shape shape) {
        required.add(name);
        return optional(name, shape);
    }

    Schema optional(String name, Shape shape) {
        known.put(name, shape);
        return this;
    }

    Set<String> names() {
        return known.keySet();
    }

    List<Problem> check(Ipld.Fields fields) {
        var problems = new ArrayList<Problem>();
        check("", fields, problems);
        return List.copyOf(problems);
    }

    @Override
    public void check(String field, Ipld value, List<Problem> problems) {
        if (!(value instanceof Ipld.Fields fields)) {
            problems.add(Problem.of(field, Fault.WRONG_SHAPE));
            return;
        }
        String prefix = field.isEmpty() ? "" : field + ".";
        for (String name : required) {
            if (fields.get(name).filter(Schema::isFilled).isEmpty()) {
                problems.add(Problem.of(prefix + name, Fault.REQUIRED));
            }
        }
        known.forEach((name, shape) -> fields.get(name)
                .filter(present -> isFilled(present) || !(present instanceof Ipld.Text))
                .ifPresent(present -> shape.check(prefix + name, present, problems)));
    }

    /** Fields that it does not know may be there too; a text that is not required may be blank, which counts as absent. */
    @Override
    public Map<String, Object> jsonSchema() {
        var properties = new LinkedHashMap<String, Object>();
        known.forEach((name, shape) -> {
            var schema = shape.jsonSchema();
            boolean listed = schema.get("enum") instanceof List<?> && !required.contains(name);
            properties.put(name, listed ? withBlank(schema) : schema);
        });
        return required.isEmpty()
                ? Map.of("type", "object", "properties", properties)
                : Map.of("type", "object", "properties", properties, "required", List.copyOf(required));
    }

    private static Map<String, Object> withBlank(Map<String, Object> schema) {
        var choices = new ArrayList<Object>((List<?>) schema.getOrDefault("enum", List.of()));
        choices.add("");
        return Map.of("type", "string", "enum", choices);
    }

    private static boolean isFilled(Ipld value) {
        return switch (value) {
            case Ipld.Text(String text) -> !text.isBlank();
            default -> true;
        };
    }
}
