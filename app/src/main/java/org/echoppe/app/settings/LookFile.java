package org.echoppe.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.echoppe.app.fx.Look;
import org.echoppe.domain.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The look as kept in {@code window.properties} of the home folder: readable before the node is open, so that the first frame
 * already speaks the right language. Losing it loses nothing that matters.
 */
public final class LookFile {
    private static final Logger LOG = LoggerFactory.getLogger(LookFile.class);
    private static final String NAME = "window.properties";

    private final Path file;

    public LookFile(Path home) {
        this.file = home.resolve(NAME);
    }

    /** @param system what is spoken while nothing was chosen */
    public Look read(Language system) {
        var chosen = new Properties();
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                chosen.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} is not readable, the look starts anew", file, e);
            }
        }
        var language = chosen.getProperty("language");
        return new Look(
                language == null ? system : Language.of(language),
                brightness(chosen.getProperty("brightness", "")),
                percent(chosen.getProperty("text", "")));
    }

    /** Best effort: a full disk must not keep the window from changing its language. */
    public void write(Look look) {
        var chosen = new Properties();
        chosen.setProperty("language", look.language().code());
        chosen.setProperty("brightness", look.brightness().name());
        chosen.setProperty("text", Integer.toString(look.textPercent()));
        try {
            Files.createDirectories(file.getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                chosen.store(writer, null);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be written, the look is forgotten at the end", file, e);
        }
    }

    private static Look.Brightness brightness(String name) {
        return Arrays.stream(Look.Brightness.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(Look.Brightness.SYSTEM);
    }

    private static int percent(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Look.SMALLEST;
    }
}
