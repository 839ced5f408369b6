package org.echoppe.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Language;

/**
 * The texts that the law wants of a shop, each with one to start from: filled with what the shop has said of itself, and with
 * a mark wherever the shopkeeper has to say more. They are a start, not advice: who sells answers for them.
 */
public enum LegalText {
    NOTICE(ShopField.LEGAL_NOTICE),
    TERMS(ShopField.TERMS),
    WITHDRAWAL(ShopField.WITHDRAWAL),
    MEDIATOR(ShopField.MEDIATOR),
    PRIVACY(ShopField.PRIVACY);

    /** {@code {{phone|numéro de téléphone}}}: what the shop said, or a mark that asks for it. */
    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z-]+)\\|([^}]+)}}");
    /** {@code ?delivery: } begins a line for shops that said it, {@code !delivery: } one for the others. */
    private static final Pattern CONDITION = Pattern.compile("([?!])([a-z-]+): (.*)");

    private static final Pattern GAP = Pattern.compile("\\[(?:à compléter|to complete)[\\s\\u00a0\\u202f]*:[^\\]]*]");

    private final ShopField field;

    LegalText(ShopField field) {
        this.field = field;
    }

    /** Where it stands in the shop's form. */
    public ShopField field() {
        return field;
    }

    /** The text of a field; empty for one that holds none of them. */
    public static Optional<LegalText> of(String key) {
        return Arrays.stream(values())
                .filter(text -> text.field.key().equals(key))
                .findFirst();
    }

    /**
     * The text to start from.
     *
     * @param said what stands in the shop's form, by field
     */
    public String start(Map<String, String> said, Language language) {
        return template(language)
                .lines()
                .flatMap(line -> kept(line, said))
                .map(line -> BLANK.matcher(line).replaceAll(blank -> filled(blank, said, language)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> kept(String line, Map<String, String> said) {
        var condition = CONDITION.matcher(line);
        if (!condition.matches()) {
            return Stream.of(line);
        }
        boolean known = !value(condition.group(2), said).isEmpty();
        return known == condition.group(1).equals("?") ? Stream.of(condition.group(3)) : Stream.empty();
    }

    private static String filled(MatchResult blank, Map<String, String> said, Language language) {
        String value = value(blank.group(1), said);
        String pattern = ResourceBundle.getBundle("org.echoppe.catalogue.fields", language.locale())
                .getString("legal.gap");
        return Matcher.quoteReplacement(value.isEmpty() ? pattern.replace("{0}", blank.group(2)) : value);
    }

    private static String value(String name, Map<String, String> said) {
        return switch (name) {
            case "address" -> {
                String town = text(said, ShopField.POSTAL_CODE) + " " + text(said, ShopField.LOCALITY);
                yield text(said, ShopField.LOCALITY).isEmpty()
                        ? ""
                        : Stream.of(text(said, ShopField.STREET), town.strip())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", "));
            }
            case "delivery" -> said.getOrDefault(ZoneFields.AREA.of(1), "").strip();
            default -> said.getOrDefault(name, "").strip();
        };
    }

    private static String text(Map<String, String> said, ShopField field) {
        return said.getOrDefault(field.key(), "").strip();
    }

    /** How many marks still wait to be filled in. */
    public static int gaps(String text) {
        return (int) GAP.matcher(text).results().count();
    }

    /** The first mark at or after a place in the text, else the first of all. */
    public static Optional<MatchResult> gapFrom(String text, int place) {
        var gap = GAP.matcher(text);
        if (gap.find(Math.clamp(place, 0, text.length()))) {
            return Optional.of(gap.toMatchResult());
        }
        return gap.find(0) ? Optional.of(gap.toMatchResult()) : Optional.empty();
    }

    private String template(Language language) {
        String name = "legal/" + name().toLowerCase(Locale.ROOT) + "_" + language.code() + ".txt";
        try (InputStream file = Objects.requireNonNull(LegalText.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
