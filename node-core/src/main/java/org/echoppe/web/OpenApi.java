package org.echoppe.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.echoppe.domain.Language;
import org.echoppe.http.ProblemJson;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.web.answer.About;
import org.echoppe.web.answer.Answers;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The description of the public JSON, made of the table that the router answers by and of the records that are sent, so that
 * it cannot say anything else.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>
 */
final class OpenApi {
    private static final Texts WORDS = new Texts(Language.EN);

    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    static Map<String, Object> document(List<ApiRoute> table) {
        return new OpenApi().describe(table);
    }

    private Map<String, Object> describe(List<ApiRoute> table) {
        schemas.put("Product", ProductRecord.jsonSchema());
        schemas.put("Profile", ShopProfile.jsonSchema());
        reference(Answers.Problem.class);
        var paths = new LinkedHashMap<String, Object>();
        table.forEach(route ->
                paths.put(route.path(), Map.of(route.method().toLowerCase(Locale.ROOT), operation(route))));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Échoppe",
                        "version", "1",
                        "summary", api("summary"),
                        "description", api("description"),
                        "contact", Map.of("name", "Échoppe"),
                        "license", Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/", "description", api("server"))));
        document.put("security", List.of());
        document.put("tags", List.of(Map.of("name", "market", "description", api("tag"))));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas, "responses", refusals()));
        return document;
    }

    private static String api(String key) {
        return WORDS.say("api." + key);
    }

    private Map<String, Object> operation(ApiRoute route) {
        var parameters = new ArrayList<Object>();
        route.pathParameters().forEach(parameter -> parameters.add(parameter(parameter, "path")));
        route.query().forEach(parameter -> parameters.add(parameter(parameter, "query")));
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", route.id());
        operation.put("tags", List.of("market"));
        operation.put("summary", api(route.id()));
        operation.put("description", api(route.id() + ".text"));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        var body = route.body();
        if (body != null) {
            operation.put(
                    "requestBody",
                    Map.of("required", true, "content", Map.of(Envelope.TYPE, Map.of("schema", reference(body)))));
        }
        operation.put("responses", body == null ? answers(route) : acknowledgements(route));
        return operation;
    }

    private Map<String, Object> acknowledgements(ApiRoute route) {
        var answers = new LinkedHashMap<String, Object>();
        var kept = Map.of("application/json", Map.of("schema", reference(route.answer())));
        answers.put("202", Map.of("description", api(route.id()), "content", kept));
        var problem = Map.of(ProblemJson.CONTENT_TYPE, Map.of("schema", named("Problem")));
        for (var status : List.of("403", "404", "409", "413", "415", "422", "429", "503", "507")) {
            answers.put(status, Map.of("description", WORDS.say("api.postEnvelope." + status), "content", problem));
        }
        return answers;
    }

    private Map<String, Object> answers(ApiRoute route) {
        var etag = Map.of("description", api("etag"), "schema", Map.of("type", "string"));
        var answers = new LinkedHashMap<String, Object>();
        answers.put(
                "200",
                Map.of(
                        "description", api(route.id()),
                        "headers", Map.of("ETag", etag),
                        "content", Map.of("application/json", Map.of("schema", reference(route.answer())))));
        answers.put("304", Map.of("description", api("unchanged")));
        if (!route.query().isEmpty()) {
            answers.put("400", Map.of("$ref", "#/components/responses/Refused"));
        }
        if (!route.pathParameters().isEmpty()) {
            answers.put("404", Map.of("$ref", "#/components/responses/Absent"));
            answers.put("410", Map.of("$ref", "#/components/responses/Denied"));
            answers.put("451", Map.of("$ref", "#/components/responses/Denied"));
        }
        answers.put("429", Map.of("$ref", "#/components/responses/TooMany"));
        return answers;
    }

    private static Map<String, Object> refusals() {
        var problem = Map.of(ProblemJson.CONTENT_TYPE, Map.of("schema", named("Problem")));
        var later = Map.of("description", api("later"), "schema", Map.of("type", "integer"));
        return Map.of(
                "Refused", Map.of("description", api("refused"), "content", problem),
                "Absent", Map.of("description", api("absent"), "content", problem),
                "Denied", Map.of("description", api("denied"), "content", problem),
                "TooMany",
                        Map.of(
                                "description",
                                api("many"),
                                "headers",
                                Map.of("Retry-After", later),
                                "content",
                                problem));
    }

    private static Map<String, Object> parameter(Parameter parameter, String in) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", parameter.name());
        json.put("in", in);
        json.put("required", parameter.required());
        json.put("description", parameter.description());
        var schema = schema(parameter);
        json.put("schema", schema);
        json.put(
                "example",
                switch (parameter.type()) {
                    case NUMBER -> Long.valueOf(parameter.example());
                    case TRUTH -> Boolean.valueOf(parameter.example());
                    default -> parameter.example();
                });
        return json;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        var schema = new LinkedHashMap<String, Object>();
        boolean number = parameter.type() == Parameter.Type.NUMBER;
        schema.put(
                "type",
                switch (parameter.type()) {
                    case NUMBER -> "integer";
                    case TRUTH -> "boolean";
                    default -> "string";
                });
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", parameter.choices());
        }
        if (parameter.least() != null) {
            schema.put(number ? "minimum" : "minLength", parameter.least());
        }
        if (parameter.most() != null) {
            schema.put(number ? "maximum" : "maxLength", parameter.most());
        }
        return schema;
    }

    private static Map<String, Object> named(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    /** The schema of the record by its name, made when it is first asked for. */
    private Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, object(type));
        }
        return named(name);
    }

    private Map<String, Object> object(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            properties.put(component.getName(), property(component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> property(RecordComponent component) {
        var about = component.getAnnotation(About.class);
        if (about == null) {
            throw new IllegalStateException(component + " is not described");
        }
        var schema = new LinkedHashMap<String, Object>();
        if (about.record() == ProductRecord.class) {
            schema.putAll(named("Product"));
        } else if (about.record() == ShopProfile.class) {
            schema.putAll(named("Profile"));
        } else {
            schema.putAll(schema(component.getGenericType()));
        }
        schema.put("description", about.value());
        if (!about.format().isEmpty()) {
            schema.put("format", about.format());
        }
        return schema;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return reference(plain);
        }
        var simple = Map.<Type, String>of(
                String.class,
                "string",
                int.class,
                "integer",
                long.class,
                "integer",
                Long.class,
                "integer",
                boolean.class,
                "boolean");
        return Map.of("type", simple.getOrDefault(type, "object"));
    }
}
