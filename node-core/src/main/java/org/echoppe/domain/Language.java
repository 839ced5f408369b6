package org.echoppe.domain;

import java.util.Locale;

/** A language Échoppe speaks. French comes first, everywhere. */
public enum Language {
    FR(Locale.FRANCE, "Français"),
    EN(Locale.UK, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** {@code fr} or {@code en}: in addresses, files and records. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a tag such as {@code fr-BE}; French for any that is not English. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : FR;
    }

    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }
}
