package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.echoppe.domain.Language;
import org.echoppe.web.view.Texts;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z0-9._-]+)\"");

    /** Everything that may ask for a sentence. */
    private static List<String> sources() throws IOException {
        var root = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main");
        try (var files = Files.walk(root)) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(path -> path.toString().matches(".*(web/.*\\.java|\\.jte)"))
                    .toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("org.echoppe.web.view.texts", language.locale());
    }

    @Test
    void everySentenceIsThereInEveryLanguageAndReads() {
        var french = bundle(Language.FR);
        var english = bundle(Language.EN);
        assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (var bundle : new ResourceBundle[] {french, english}) {
            for (String key : bundle.keySet()) {
                String words = new MessageFormat(bundle.getString(key), Locale.ROOT).format(new Object[] {2, 3, 4});
                assertThat(words).as(key).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void frenchPunctuationNeverStandsAloneOnALine() {
        var french = bundle(Language.FR);
        for (String key : french.keySet()) {
            assertThat(french.getString(key)).as(key).doesNotContainPattern("[ \\p{L}][:;?!»]|«[^\u00a0]");
        }
    }

    @Test
    void aFigureAndItsUnitStayOnOneLine() {
        var french = bundle(Language.FR);
        for (String key : french.keySet()) {
            assertThat(french.getString(key))
                    .as(key)
                    .doesNotContainPattern("[\\d}] (?:min|h|jours|km|m|kg|g|l|pixels|photos|€|%)(?![\\p{L}’])");
        }
    }

    /** A name is asked for as it stands, or put together: {@code "sorry." + status + ".title"}. */
    @Test
    void noSentenceIsLeftThatNothingAsksFor() throws IOException {
        var asked = new TreeSet<String>();
        for (var source : sources()) {
            var match = LITERAL.matcher(source);
            while (match.find()) {
                asked.add(match.group(1));
            }
        }
        var beginnings = asked.stream()
                .filter(text -> text.endsWith(".") && !text.equals("api."))
                .toList();
        assertThat(bundle(Language.FR).keySet()).allSatisfy(key -> {
            String name = key.replaceFirst("(\\.\\d+)?\\.(title|text|plain|reason)$", "")
                    .replaceFirst("^api\\.", "");
            assertThat(asked.contains(key)
                            || asked.contains(name)
                            || beginnings.stream().anyMatch(key::startsWith))
                    .as("%s is asked for", key)
                    .isTrue();
        });
    }

    @Test
    void everyWordATemplateAsksForExists() throws IOException {
        var french = bundle(Language.FR);
        var asked = Pattern.compile("say\\(\"([a-z.A-Z0-9-]+)\"[,)]");
        for (var source : sources()) {
            var match = asked.matcher(source);
            while (match.find()) {
                assertThat(french.containsKey(match.group(1)))
                        .as(match.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void theLastPlaceACountIsWrittenOutIsTheSingular() {
        var texts = new Texts(Language.FR);
        assertThat(texts.say("count.articles", 0)).isEqualTo("Aucun article");
        assertThat(texts.say("count.articles", 1)).isEqualTo("1 article");
        assertThat(texts.say("count.articles", 2198)).isEqualTo("2\u202f198 articles");
        assertThat(new Texts(Language.EN).say("count.articles", 2198)).isEqualTo("2,198 articles");
    }
}
