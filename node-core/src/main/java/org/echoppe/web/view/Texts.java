package org.echoppe.web.view;

import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.echoppe.domain.Language;

/** The words of the pages in one language, from {@code texts_fr.properties} and {@code texts_en.properties}. */
public record Texts(Language language) {
    private static final String BUNDLE = "org.echoppe.web.view.texts";
    private static final Map<String, Sentence> NONE = Map.of();
    private static final Map<Language, Map<String, Sentence>> READ = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(language -> language, _ -> new ConcurrentHashMap<>()));

    /**
     * The sentence of that name, its {0}, {1} … filled in.
     *
     * @throws java.util.MissingResourceException when no language has it
     */
    public String say(String key, Object... arguments) {
        var read = READ.getOrDefault(language, NONE);
        var sentence = read.get(key);
        if (sentence == null) {
            var locale = language.locale();
            sentence = new Sentence(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale);
            read.put(key, sentence);
        }
        return sentence.with(arguments);
    }

    /** All sentences whose names begin so, by the rest of the name, as they stand: a script fills them in. */
    public Map<String, String> under(String prefix) {
        var bundle = ResourceBundle.getBundle(BUNDLE, language.locale());
        var words = new TreeMap<String, String>();
        for (String key : bundle.keySet()) {
            if (key.startsWith(prefix)) {
                words.put(key.substring(prefix.length()), bundle.getString(key));
            }
        }
        return words;
    }
}
