package org.echoppe.web;

import org.echoppe.search.CategoryKey;
import org.jspecify.annotations.Nullable;

/** A category as the index writes it: its levels from the widest to the narrowest. Case and accents have no meaning. */
final class CategoryPath {
    static final String LEVEL = " > ";

    private CategoryPath() {}

    /** The narrowest level alone. */
    static String last(String path) {
        int end = path.lastIndexOf(LEVEL);
        return end < 0 ? path : path.substring(end + LEVEL.length());
    }

    /** All but the narrowest level; null for a path of one level. */
    static @Nullable String parent(String path) {
        int end = path.lastIndexOf(LEVEL);
        return end < 0 ? null : path.substring(0, end);
    }

    /** Whether the path lies one level below the other; below none lie the widest levels. */
    static boolean isChild(String path, @Nullable String of) {
        String parent = parent(path);
        if (of == null || parent == null) {
            return of == null && parent == null;
        }
        return CategoryKey.of(of).equals(CategoryKey.of(parent));
    }

    /** Whether the other is the path itself or lies below it. */
    static boolean holds(String path, @Nullable String other) {
        return other != null && (CategoryKey.of(other) + LEVEL).startsWith(CategoryKey.of(path) + LEVEL);
    }

    /** For people to read. */
    static String written(String path) {
        return path.replace(LEVEL, " › ");
    }
}
