package org.echoppe.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the control port: a call as one JSON object, and the answer as one JSON object a line. */
final class Frames {
    private static final JsonMapper JSON = new JsonMapper();

    /** A line of an answer. */
    sealed interface Frame {
        record Line(String text) implements Frame {}

        record Remark(String text) implements Frame {}

        record Progress(String work, long done, long total) implements Frame {}

        record Exit(int code) implements Frame {}
    }

    private Frames() {}

    static String write(Call call) {
        return JSON.writeValueAsString(Map.of(
                "arguments", call.arguments(),
                "directory", call.directory().toString(),
                "language", call.language().code(),
                "width", call.width()));
    }

    /** @throws IllegalArgumentException when it is no call */
    static Call readCall(String text) {
        try {
            var tree = JSON.readTree(text);
            List<String> arguments = tree.get("arguments")
                    .valueStream()
                    .map(argument -> argument.stringValue())
                    .toList();
            return new Call(
                    arguments,
                    Path.of(tree.get("directory").stringValue()),
                    Language.of(tree.get("language").stringValue()),
                    tree.get("width").intValue());
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not a call", e);
        }
    }

    static void write(OutputStream out, Frame frame) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        switch (frame) {
            case Frame.Line(String text) -> fields.put("line", text);
            case Frame.Remark(String text) -> fields.put("remark", text);
            case Frame.Exit(int code) -> fields.put("exit", code);
            case Frame.Progress(String work, long done, long total) -> {
                fields.put("work", work);
                fields.put("done", done);
                fields.put("total", total);
            }
        }
        out.write((JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Empty for a line of a newer node that this program does not know. */
    static Optional<Frame> readFrame(String line) {
        try {
            return frame(JSON.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> frame(JsonNode tree) {
        if (tree.has("line")) {
            return Optional.of(new Frame.Line(tree.get("line").stringValue()));
        }
        if (tree.has("remark")) {
            return Optional.of(new Frame.Remark(tree.get("remark").stringValue()));
        }
        if (tree.has("exit")) {
            return Optional.of(new Frame.Exit(tree.get("exit").intValue()));
        }
        return tree.has("work")
                ? Optional.of(new Frame.Progress(
                        tree.get("work").stringValue(),
                        tree.get("done").longValue(),
                        tree.get("total").longValue()))
                : Optional.empty();
    }
}
