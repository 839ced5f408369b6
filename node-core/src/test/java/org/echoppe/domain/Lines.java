package org.echoppe.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.echoppe.Shared;

/** The vectors of AT Protocol that come a line each, among comments. */
final class Lines {
    private Lines() {}

    static Stream<String> of(String name) throws IOException {
        return Files.readAllLines(Shared.file("fixtures/atproto/" + name)).stream()
                .filter(line -> !line.isEmpty() && !(line.startsWith("#") && line.contains(" ")));
    }
}
