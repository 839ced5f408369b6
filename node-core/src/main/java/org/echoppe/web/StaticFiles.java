package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.http.Etags;

/** Style, script and mark. Each address holds the hash of its content, so a browser keeps it for ever and never an old one. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");
    private static final List<String> NAMES = List.of(
            "site.css",
            "suggest.js",
            "results.js",
            "verify.js",
            "mark.svg",
            "icon-192.png",
            "icon-512.png",
            "maskable-512.png",
            "touch-180.png");

    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    StaticFiles() {
        for (String name : NAMES) {
            byte[] content = read(name);
            int dot = name.lastIndexOf('.');
            String hashed = name.substring(0, dot) + "." + Etags.hash(content) + name.substring(dot);
            contents.put(hashed, content);
            addresses.put(name, "/static/" + hashed);
        }
    }

    /** Where each file is found, by its plain name. */
    Map<String, String> addresses() {
        return addresses;
    }

    void add(RoutesConfig routes) {
        routes.get("/static/{file}", this::answer);
        routes.head("/static/{file}", this::answer);
    }

    private void answer(Context ctx) {
        String name = ctx.pathParam("file");
        byte[] content = contents.get(name);
        if (content == null) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        ctx.result(content);
    }

    private static byte[] read(String name) {
        try (var input = StaticFiles.class.getResourceAsStream("static/" + name)) {
            if (input == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
