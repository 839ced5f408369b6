package org.echoppe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echoppe.domain.Sha256;
import org.echoppe.http.Etags;

/** Style, script and mark. Each address holds the hash of its content, so a browser keeps it for ever and never an old one. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");
    /** Sent with every page: without what only people read in them. */
    private static final List<String> LEAN = List.of("site.css", "suggest.js", "results.js", "basket.js");

    private static final List<String> NAMES = List.of(
            "site.css",
            "article.css",
            "print.css",
            "suggest.js",
            "results.js",
            "verify.js",
            "basket.js",
            "checkout.js",
            "checkout.css",
            "mark.svg",
            "icon-192.png",
            "icon-512.png",
            "maskable-512.png",
            "touch-180.png");

    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    StaticFiles() {
        for (String name : NAMES) {
            byte[] content = LEAN.contains(name) ? lean(name, read(name)) : read(name);
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

    /** What a file is to be compared by, in hexadecimal. */
    String sha256(String name) {
        String address = Objects.requireNonNull(addresses.get(name));
        byte[] content = Objects.requireNonNull(contents.get(address.substring("/static/".length())));
        return HexFormat.of().formatHex(Sha256.of(content));
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

    /** Without comments that have lines of their own, empty lines, and the room before lines. */
    private static byte[] lean(String name, byte[] content) {
        var lean = new StringBuilder();
        boolean style = name.endsWith(".css");
        boolean comment = false;
        for (String line : new String(content, UTF_8).lines().toList()) {
            String text = line.strip();
            comment |= text.startsWith("/*");
            if (!comment && !text.isEmpty() && !text.startsWith("//")) {
                // what stands in quotation marks holds none of these
                lean.append(style ? text.replace("; ", ";").replace(" { ", "{").replace(" }", "}") : text)
                        .append('\n');
            }
            comment &= !text.endsWith("*/");
        }
        return lean.toString().getBytes(UTF_8);
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
