package org.echoppe.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.echoppe.web.answer.Answers;
import org.jspecify.annotations.Nullable;

/**
 * One address that programs may ask. The router answers by it, and the OpenAPI document and its page describe it.
 *
 * @param path with the names of its own parameters in braces
 * @param id its name in programs made of the document; {@code api.ID} in the bundles are the words for it
 * @param query what may be asked with
 * @param answer the shape of the answer
 * @param items the shape of what a list holds, whose fields can be chosen; null when they cannot
 * @param body the shape of what is sent; null where one only asks
 */
record ApiRoute(
        String path,
        String id,
        List<Parameter> query,
        Class<? extends Record> answer,
        @Nullable Class<? extends Record> items,
        @Nullable Class<? extends Record> body,
        Function<Context, Record> handler) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final List<Parameter> NAMES = List.of(
            Parameter.plain(
                            "did",
                            Parameter.Type.DID,
                            "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
                            "The merchant's did:key.")
                    .needed(),
            Parameter.text("rkey", 512, "3kabcdefghij2", "The key of the record in the merchant's repository.")
                    .needed(),
            Parameter.text("id", 22, "q83vEjRWeJCrze8SNFZ4kA", "The id of the envelope: 16 bytes in base64url.")
                    .needed());

    /** One whose answer is always whole. */
    static ApiRoute whole(
            String path,
            String id,
            List<Parameter> query,
            Class<? extends Record> answer,
            Function<Context, Record> h) {
        return new ApiRoute(path, id, query, answer, null, null, h);
    }

    /** How it is asked, as HTTP calls it. */
    String method() {
        return body == null ? "GET" : "POST";
    }

    /** The parameters in its path, in their order. */
    List<Parameter> pathParameters() {
        return NAME.matcher(path)
                .results()
                .map(found -> NAMES.stream()
                        .filter(known -> known.name().equals(found.group(1)))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** What may be chosen of the answer, or of each item in it. */
    List<String> fields() {
        return items == null
                ? List.of()
                : Arrays.stream(items.getRecordComponents())
                        .map(component -> component.getName())
                        .toList();
    }

    /** Whether it can be refused for what is asked, beyond asking too often. */
    boolean canMiss() {
        return !answer.equals(Answers.Health.class);
    }
}
