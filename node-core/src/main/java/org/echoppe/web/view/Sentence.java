package org.echoppe.web.view;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A sentence with places to fill in, read once: a page says a hundred. Safe for use by many threads. */
final class Sentence {
    /** Stand for the places while the pattern is taken apart; nobody writes them. */
    private static final char FIRST_PLACE = '\uE000';

    private static final int MOST_PLACES = 10;
    /** Said before: « 2 boutiques », « (1 filtre) ». A page says few numbers, and mostly small ones. */
    private static final int MOST_KEPT = 200;

    private final MessageFormat format;
    private final String unfilled;
    /** What stands between the places; null where a place wants more than a text put into it. */
    private final String @Nullable [] between;

    private final int[] places;
    private final Map<List<Object>, String> said = new ConcurrentHashMap<>();

    Sentence(String pattern, Locale locale) {
        format = new MessageFormat(pattern, locale);
        boolean bare = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        unfilled = bare ? pattern : format.format(new Object[0]);
        boolean simple = Arrays.stream(format.getFormats()).allMatch(place -> place == null);
        String marked = simple ? format.format(marks()) : "";
        places = marked.chars()
                .filter(c -> c >= FIRST_PLACE && c < FIRST_PLACE + MOST_PLACES)
                .map(c -> c - FIRST_PLACE)
                .toArray();
        between = simple ? marked.split("[\uE000-\uE009]", -1) : null;
    }

    private static Object[] marks() {
        var marks = new Object[MOST_PLACES];
        for (int place = 0; place < marks.length; place++) {
            marks[place] = String.valueOf((char) (FIRST_PLACE + place));
        }
        return marks;
    }

    String with(Object... arguments) {
        if (arguments.length == 0) {
            return unfilled;
        }
        if (between == null || !Arrays.stream(arguments).allMatch(argument -> argument instanceof String)) {
            return worded(List.of(arguments));
        }
        var text = new StringBuilder(between[0]);
        for (int at = 0; at < places.length; at++) {
            if (places[at] < arguments.length) {
                text.append(arguments[places[at]]);
            } else {
                text.append('{').append(places[at]).append('}');
            }
            text.append(between[at + 1]);
        }
        return text.toString();
    }

    /** By the formatter of the JDK, which is copied since it serves one thread at a time: that takes its time. */
    private String worded(List<Object> arguments) {
        String known = said.get(arguments);
        if (known == null) {
            known = ((MessageFormat) format.clone()).format(arguments.toArray());
            if (said.size() >= MOST_KEPT) {
                said.clear();
            }
            said.put(arguments, known);
        }
        return known;
    }
}
