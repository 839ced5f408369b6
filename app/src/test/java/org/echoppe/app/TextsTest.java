package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The window says everything in both languages, and writes French as French is written. */
class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "echoppe", "app");
    private static final Path TEXTS = Path.of("src", "main", "resources", "org", "echoppe", "app");
    private static final Pattern SAID = Pattern.compile("(?:texts|ground)\\.say\\(\\s*\"([^\"]+)\"\\s*[,)]");

    static Stream<Path> folders() throws IOException {
        try (var files = Files.walk(TEXTS)) {
            return files.filter(file -> file.endsWith("texts_fr.properties")).map(Path::getParent).toList().stream();
        }
    }

    private static Properties texts(Path folder, String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("texts_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesHaveTheSameSentences(Path folder) throws IOException {
        assertThat(texts(folder, "fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(folder, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyPatternIsOne(Path folder) throws IOException {
        for (var language : new String[] {"fr", "en"}) {
            texts(folder, language)
                    .forEach((key, text) -> assertThat(new MessageFormat(text.toString(), Locale.FRANCE))
                            .as(key.toString())
                            .isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void frenchKeepsItsSpacesAndItsApostrophe(Path folder) throws IOException {
        texts(folder, "fr").forEach((key, value) -> {
            if (!key.toString().endsWith(".example")) {
                assertThat(value.toString())
                        .as(key.toString())
                        .doesNotContain("'")
                        .doesNotContainPattern(" [:;?!»€%]");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whatTheCodeSaysIsWritten(Path folder) throws IOException {
        var own = texts(folder, "fr").stringPropertyNames();
        var ground = texts(TEXTS.resolve("fx"), "fr").stringPropertyNames();
        var missing = new TreeSet<String>();
        try (var files = Files.list(SOURCES.resolve(TEXTS.relativize(folder)))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var said = SAID.matcher(Files.readString(file));
                while (said.find()) {
                    if (!own.contains(said.group(1)) && !ground.contains(said.group(1))) {
                        missing.add(said.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
