package org.echoppe.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.echoppe.Shared;
import org.echoppe.domain.Cid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of the data model, as the vectors of AT Protocol are written. */
final class Json {
    private Json() {}

    static JsonNode vectors(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(Shared.file("fixtures/atproto/" + name)));
    }

    /** @throws IllegalArgumentException for what the data model has no value for */
    static Ipld ipld(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> Ipld.NULL;
            case BOOLEAN -> new Ipld.Bool(json.booleanValue());
            case STRING -> new Ipld.Text(json.stringValue());
            case NUMBER -> {
                if (!json.isIntegralNumber()) {
                    throw new IllegalArgumentException("floating point");
                }
                yield new Ipld.Int(json.longValue());
            }
            case ARRAY -> {
                var items = new ArrayList<Ipld>();
                json.forEach(item -> items.add(ipld(item)));
                yield new Ipld.Items(items);
            }
            default -> object(json);
        };
    }

    private static Ipld object(JsonNode json) {
        if (json.has("$link")) {
            return new Ipld.Link(Cid.parse(only(json, "$link")));
        }
        if (json.has("$bytes")) {
            return new Ipld.Bytes(Base64.getDecoder().decode(only(json, "$bytes")));
        }
        var fields = new LinkedHashMap<String, Ipld>();
        json.properties().forEach(field -> fields.put(field.getKey(), ipld(field.getValue())));
        return new Ipld.Fields(fields);
    }

    private static String only(JsonNode json, String name) {
        if (json.size() != 1 || !json.get(name).isString()) {
            throw new IllegalArgumentException(name + " among others, or no text");
        }
        return json.get(name).stringValue();
    }
}
