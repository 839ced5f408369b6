package org.echoppe.web;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of a listing or merchant a program wants, so that not all the rest travels: {@code did,record.name}.
 *
 * @param paths names parted by dots; none for all
 */
record FieldChoice(List<String> paths) {
    static final FieldChoice ALL = new FieldChoice(List.of());

    boolean isAll() {
        return paths.isEmpty();
    }

    /** The answer with only those: of each item where it is a list, else of itself. */
    JsonNode of(JsonNode answer) {
        if (isAll()) {
            return answer;
        }
        var list = answer.properties().stream()
                .filter(part -> part.getValue().isArray())
                .findFirst();
        if (list.isEmpty()) {
            return kept(answer);
        }
        var whole = (ObjectNode) answer;
        var items = whole.arrayNode();
        list.get().getValue().forEach(item -> items.add(kept(item)));
        whole.set(list.get().getKey(), items);
        return whole;
    }

    private JsonNode kept(JsonNode item) {
        var kept = Json.MAPPER.createObjectNode();
        for (var path : paths) {
            keep(item, kept, path);
        }
        return kept;
    }

    private static void keep(JsonNode from, ObjectNode into, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        var value = from.get(name);
        if (value == null) {
            return;
        }
        if (dot < 0 || !value.isObject()) {
            into.set(name, value);
        } else if (into.get(name) instanceof ObjectNode begun) {
            keep(value, begun, path.substring(dot + 1));
        } else if (into.get(name) == null) {
            keep(value, into.putObject(name), path.substring(dot + 1));
        }
    }
}
