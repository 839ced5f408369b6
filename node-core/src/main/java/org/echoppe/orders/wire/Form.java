package org.echoppe.orders.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.records.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object of a stranger, asked for one field after the other; whatever is not as it should be refuses the whole. */
final class Form {
    /** Deeper than anything legal. */
    private static final int DEPTH = 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /** Reads a part of a form. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Form form) throws BadEnvelope;
    }

    private final String at;
    private final JsonNode node;

    private Form(String at, JsonNode node) throws BadEnvelope {
        if (!node.isObject()) {
            throw new BadEnvelope(at + " is no object");
        }
        this.at = at;
        this.node = node;
    }

    static Form read(String json) throws BadEnvelope {
        try {
            return new Form("it", JSON.readTree(json));
        } catch (JacksonException e) {
            throw new BadEnvelope("no JSON");
        }
    }

    static ObjectNode blank() {
        return JSON.createObjectNode();
    }

    /** Refuses a form of another version than 1: what a newer one means cannot be guessed. */
    Form ofVersion1() throws BadEnvelope {
        integer("v", 1, 1);
        return this;
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    /** One line of 1 to so many characters, without control characters. */
    String line(String name, int most) throws BadEnvelope {
        var text = text(name, most);
        if (text.isBlank() || !Texts.isClean(text, false)) {
            throw wrong(name);
        }
        return text;
    }

    /** As {@link #line}; empty where there is none. */
    String lineOrNone(String name, int most) throws BadEnvelope {
        return has(name) && !node.path(name).stringValue("x").isEmpty() ? line(name, most) : "";
    }

    /** Up to so many characters in several lines; empty where there is none. */
    String linesOrNone(String name, int most) throws BadEnvelope {
        if (!has(name)) {
            return "";
        }
        var text = text(name, most);
        if (!Texts.isClean(text, true)) {
            throw wrong(name);
        }
        return text;
    }

    private String text(String name, int most) throws BadEnvelope {
        var value = node.path(name);
        if (!value.isString() || value.stringValue().length() > most) {
            throw wrong(name);
        }
        return value.stringValue();
    }

    long integer(String name, long least, long most) throws BadEnvelope {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name);
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw wrong(name);
        }
        return number;
    }

    Instant instant(String name) throws BadEnvelope {
        try {
            return Instant.parse(text(name, 40));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    /** A text that its type understands. */
    <T> T parsed(String name, int most, Function<String, T> type) throws BadEnvelope {
        try {
            return type.apply(text(name, most));
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    <T> Optional<T> choice(String name, Function<String, Optional<T>> known) throws BadEnvelope {
        return known.apply(text(name, 40));
    }

    Form part(String name) throws BadEnvelope {
        return new Form(name, node.path(name));
    }

    <T> List<T> parts(String name, int least, int most, Reader<T> reader) throws BadEnvelope {
        var list = list(name, least, most);
        var parts = new ArrayList<T>(list.size());
        for (var item : list) {
            parts.add(reader.read(new Form(name + "[" + parts.size() + "]", item)));
        }
        return List.copyOf(parts);
    }

    <T> List<T> texts(String name, int most, Function<String, T> type) throws BadEnvelope {
        if (!has(name)) {
            return List.of();
        }
        var texts = new ArrayList<T>();
        for (var item : list(name, 0, most)) {
            try {
                texts.add(type.apply(item.stringValue("")));
            } catch (IllegalArgumentException e) {
                throw wrong(name);
            }
        }
        return List.copyOf(texts);
    }

    List<Integer> integers(String name, int most, int below) throws BadEnvelope {
        var numbers = new ArrayList<Integer>();
        for (var item : list(name, 0, most)) {
            if (!item.isIntegralNumber()
                    || !item.canConvertToInt()
                    || item.intValue() < 0
                    || item.intValue() >= below) {
                throw wrong(name);
            }
            numbers.add(item.intValue());
        }
        return List.copyOf(numbers);
    }

    private List<JsonNode> list(String name, int least, int most) throws BadEnvelope {
        var list = node.path(name);
        if (!list.isArray() || list.size() < least || list.size() > most) {
            throw wrong(name);
        }
        return list.valueStream().toList();
    }

    /** Says which field is wrong, and not what stood there. */
    BadEnvelope wrong(String name) {
        return new BadEnvelope((at.equals("it") ? "" : at + ".") + name);
    }
}
