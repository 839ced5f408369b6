package org.echoppe.node.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.echoppe.control.Output;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a command says. */
final class HeardOutput implements Output {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
    final List<String> works = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void remark(String text) {
        remarks.add(text);
    }

    @Override
    public void progress(String work, long done, long total) {
        works.add(work);
    }

    String text() {
        return String.join("\n", lines);
    }

    String asides() {
        return String.join("\n", remarks);
    }

    JsonNode json() {
        return new JsonMapper().readTree(text());
    }
}
