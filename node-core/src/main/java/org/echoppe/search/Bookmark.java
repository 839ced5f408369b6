package org.echoppe.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where reading stopped: what the last listing was sorted by, as text. Whatever comes or goes before it changes nothing of what
 * follows.
 */
final class Bookmark {
    private static final String PART = "\n";
    private static final String NONE = "-";
    /** Lucene asks for a document that comes before none of the same order. */
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    private Bookmark() {}

    static String of(ScoreDoc last) {
        var text = new StringBuilder();
        for (Object value : ((FieldDoc) last).fields) {
            text.append(written(value)).append(PART);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Long number -> "l" + number;
            case Float number -> "f" + number;
            case Double number -> "d" + number;
            case BytesRef bytes -> "b" + Base64.getUrlEncoder().encodeToString(BytesRef.deepCopyOf(bytes).bytes);
            default -> throw new IllegalStateException("sorted by " + value.getClass());
        };
    }

    /**
     * @throws IllegalArgumentException when it is none, or one of another order
     */
    static FieldDoc read(String text, Sort order) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(PART, -1);
        SortField[] sorts = order.getSort();
        if (parts.length != sorts.length + 1) {
            throw new IllegalArgumentException("a bookmark of another order");
        }
        var values = new Object[sorts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(parts[i], sorts[i]);
        }
        return new FieldDoc(AFTER_ALL, Float.NaN, values);
    }

    private static @Nullable Object read(String part, SortField by) {
        boolean named = by.getType() == SortField.Type.STRING;
        if (named && part.equals(NONE)) {
            return null;
        }
        if (part.isEmpty() || part.charAt(0) != kind(by)) {
            throw new IllegalArgumentException("a bookmark of another order");
        }
        String value = part.substring(1);
        return switch (part.charAt(0)) {
            case 'b' -> new BytesRef(Base64.getUrlDecoder().decode(value));
            case 'f' -> Float.valueOf(value);
            case 'd' -> Double.valueOf(value);
            default -> Long.valueOf(value);
        };
    }

    private static char kind(SortField by) {
        return switch (by.getType()) {
            case STRING -> 'b';
            case SCORE -> 'f';
            case LONG -> 'l';
            default -> by instanceof SortedNumericSortField ? 'l' : 'd';
        };
    }
}
