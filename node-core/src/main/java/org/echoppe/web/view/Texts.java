package org.echoppe.web.view;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.echoppe.domain.Language;

/** The words of the pages in one language, from {@code texts_fr.properties} and {@code texts_en.properties}. */
public record Texts(Language language) {
    private static final String BUNDLE = "org.echoppe.web.view.texts";

    /**
     * The sentence of that name, its {0}, {1} … filled in.
     *
     * @throws java.util.MissingResourceException when no language has it
     */
    public String say(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language.locale()).getString(key);
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern; // most sentences have nothing to fill in
        }
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }
}
