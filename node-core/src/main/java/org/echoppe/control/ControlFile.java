package org.echoppe.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.echoppe.identity.OwnerOnly;

/**
 * How a running node is reached, in the file {@code control} of its home that its owner alone can read.
 *
 * @param token what a caller has to know
 * @param process the node's process id
 */
record ControlFile(int port, String token, long process) {
    private static final String NAME = "control";

    void write(Path home) {
        var text = "port=%d%ntoken=%s%nprocess=%d%n".formatted(port, token, process);
        try {
            OwnerOnly.write(home.resolve(NAME), text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when no node runs there: no file, one that others could have written, or one of a process that is gone. */
    static Optional<ControlFile> read(Path home) {
        var file = home.resolve(NAME);
        var properties = new Properties();
        try {
            if (!Files.exists(file) || OwnerOnly.isOpenToOthers(file)) {
                return Optional.empty();
            }
            properties.load(new StringReader(Files.readString(file)));
            var found = new ControlFile(
                    Integer.parseInt(properties.getProperty("port", "")),
                    properties.getProperty("token", ""),
                    Long.parseLong(properties.getProperty("process", "")));
            return Optional.of(found).filter(f -> ProcessHandle.of(f.process).isPresent());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes the file away when it is still this one. */
    void delete(Path home) {
        if (read(home).filter(this::equals).isPresent()) {
            try {
                Files.deleteIfExists(home.resolve(NAME));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String toString() {
        return "ControlFile " + port;
    }
}
