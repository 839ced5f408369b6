package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.echoppe.domain.Language;
import org.echoppe.web.view.Texts;
import org.junit.jupiter.api.Test;

class TextsTest {
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
    void everyWordATemplateAsksForExists() throws IOException {
        var french = bundle(Language.FR);
        var asked = Pattern.compile("say\\(\"([a-z.A-Z0-9-]+)\"[,)]");
        var root = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main");
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(web/.*\\.java|\\.jte)"))
                    .toList()) {
                var match = asked.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (match.find()) {
                    assertThat(french.containsKey(match.group(1)))
                            .as("%s in %s", match.group(1), file)
                            .isTrue();
                }
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
