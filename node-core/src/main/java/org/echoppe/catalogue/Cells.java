package org.echoppe.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.records.ProductRecord;

/** How other programs write what stands in a cell. */
final class Cells {
    private static final Pattern BREAKS = Pattern.compile("(?i)<(br|/p|/li|/h[1-6]|/div|/tr)\\b[^<>]{0,500}>");
    private static final Pattern TAGS = Pattern.compile(
            "(?i)</?(p|br|div|span|ul|ol|li|b|i|u|em|strong|small|h[1-6]|a|img|table|tbody|thead|tr|td|th|font|sup|sub|meta)\\b[^<>]{0,500}>");
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\-\\t\\r].*", Pattern.DOTALL);
    private static final Map<String, String> LANGUAGES = languages();

    private Cells() {}

    /** Text without the tags of a web page; a paragraph's end is a line's. */
    static String withoutHtml(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        String lines = BREAKS.matcher(text).replaceAll("\n");
        return TAGS.matcher(lines).replaceAll("").replaceAll("\n{3,}", "\n\n");
    }

    /**
     * Levels parted by {@code >}. WooCommerce names several such paths with commas between them, of which the first is taken;
     * Open Food Facts goes from the widest to the narrowest with commas, and marks languages.
     */
    static String categoryPath(String header, String text) {
        boolean several = Words.plain(header).endsWith("s");
        String[] parts = several ? text.split(",") : new String[] {text};
        if (parts[0].contains(">") || parts.length == 1) {
            return parts[0].strip();
        }
        List<String> levels = Arrays.stream(parts)
                .map(part -> part.strip().replaceFirst("^[a-z]{2}:", ""))
                .filter(part -> !part.isEmpty())
                .toList();
        int most = ProductRecord.CATEGORY_LEVELS;
        var path = levels.size() <= most
                ? levels.stream()
                : Stream.concat(levels.stream().limit(most - 1L), Stream.of(levels.getLast()));
        return path.collect(Collectors.joining(" > "));
    }

    /** The language's tag with its two-letter code where it has one; empty for what is no language. */
    static Optional<String> language(String text) {
        String tag = text.replace('_', '-');
        String code = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
        String known = LANGUAGES.get(code);
        return known == null ? Optional.empty() : Optional.of(known + tag.substring(code.length()));
    }

    /** So written that a spreadsheet program does not take the text for a formula. */
    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was {@link #guarded}. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private static Map<String, String> languages() {
        var languages = new HashMap<String, String>();
        for (String code : Locale.getISOLanguages()) {
            languages.put(code, code);
            languages.putIfAbsent(Locale.of(code).getISO3Language(), code);
        }
        // the older codes of ISO 639-2, which libraries use
        languages.putAll(Map.of(
                "fre", "fr", "ger", "de", "dut", "nl", "gre", "el", "per", "fa", "rum", "ro", "chi", "zh", "cze",
                "cs"));
        languages.putAll(Map.of("mul", "mul", "fil", "fil", "slo", "sk", "ice", "is", "wel", "cy", "baq", "eu"));
        return Map.copyOf(languages);
    }
}
