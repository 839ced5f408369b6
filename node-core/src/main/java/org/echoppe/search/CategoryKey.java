package org.echoppe.search;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What makes two writings of a category path one category: « Œufs > Bio » and « oeufs>bio » are. */
public final class CategoryKey {
    private static final Pattern LEVELS = Pattern.compile("\\s*>\\s*");

    private CategoryKey() {}

    /** The same for every way to write a path: {@code epicerie > confiserie}. */
    public static String of(String path) {
        return LEVELS.splitAsStream(Words.fold(path.strip())).collect(Collectors.joining(Fields.LEVEL));
    }
}
