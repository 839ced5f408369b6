package org.echoppe.app.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.echoppe.domain.Language;

/** The sentences of one folder in one language, from its {@code texts_fr} and {@code texts_en} beside the classes. */
public final class Texts {
    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** The sentences that lie beside {@code neighbour}. */
    public static Texts of(Class<?> neighbour, Language language) {
        return new Texts(language, ResourceBundle.getBundle(neighbour.getPackageName() + ".texts", language.locale()));
    }

    /**
     * The sentence of a key, its {0}, {1} … filled in.
     *
     * @throws java.util.MissingResourceException for a key that the bundle lacks
     */
    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
    }

    /** A sentence that not every key has: a hint, an example. */
    public Optional<String> maybe(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }
}
