package org.echoppe.records;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Problem;
import org.echoppe.repo.Ipld;

/** What one value of a record has to be like. */
@FunctionalInterface
interface Shape {
    Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,253}");
    Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    int ADDRESS_LENGTH = 2_000;

    /** Adds a problem for everything wrong with the value, under the field's name. */
    void check(String field, Ipld value, List<Problem> problems);

    /** The same for other programs: a JSON Schema of the value's JSON form, which may promise less than is checked. */
    default Map<String, Object> jsonSchema() {
        return Map.of();
    }

    /** The shape with what it tells other programs. */
    private static Shape told(Map<String, Object> schema, Shape shape) {
        return new Shape() {
            @Override
            public void check(String field, Ipld value, List<Problem> problems) {
                shape.check(field, value, problems);
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return schema;
            }
        };
    }

    /** One line of at most so many characters. */
    static Shape line(int length) {
        return text(length, false);
    }

    /** Text with line breaks of at most so many characters. */
    static Shape lines(int length) {
        return text(length, true);
    }

    private static Shape text(int length, boolean severalLines) {
        return told(Map.of("type", "string", "maxLength", length), (field, value, problems) -> {
            if (!(value instanceof Ipld.Text(String text))) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
                return;
            }
            if (Texts.length(text) > length) {
                problems.add(Problem.of(field, Fault.TOO_LONG, length));
            }
            if (!Texts.isClean(text, severalLines)) {
                problems.add(Problem.of(field, Fault.ILLEGAL_TEXT));
            }
        });
    }

    /** A text that a reader takes or refuses with a DateTimeException or an IllegalArgumentException. */
    static Shape form(int length, Fault fault, Reader reader) {
        var line = line(length);
        return told(line.jsonSchema(), (field, value, problems) -> {
            int before = problems.size();
            line.check(field, value, problems);
            if (problems.size() == before && value instanceof Ipld.Text(String text) && !reader.takes(text)) {
                problems.add(Problem.of(field, fault, text));
            }
        });
    }

    /** Reads a text, or throws. */
    @FunctionalInterface
    interface Reader {
        void read(String text) throws URISyntaxException;

        default boolean takes(String text) {
            try {
                read(text);
                return true;
            } catch (IllegalArgumentException | DateTimeException | URISyntaxException e) {
                return false;
            }
        }
    }

    static Shape choice(List<String> choices) {
        return told(Map.of("type", "string", "enum", choices), (field, value, problems) -> {
            if (!(value instanceof Ipld.Text(String text))) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
            } else if (!choices.contains(text)) {
                problems.add(Problem.of(field, Fault.NOT_A_CHOICE, text, String.join(", ", choices)));
            }
        });
    }

    static Shape integer(long least, long most) {
        var schema = Map.<String, Object>of("type", "integer", "minimum", least, "maximum", most);
        return told(schema, (field, value, problems) -> {
            if (!(value instanceof Ipld.Int(long number))) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
            } else if (number < least || number > most) {
                problems.add(Problem.of(field, Fault.OUT_OF_RANGE, least, most));
            }
        });
    }

    static Shape bool() {
        return told(Map.of("type", "boolean"), (field, value, problems) -> {
            if (!(value instanceof Ipld.Bool)) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
            }
        });
    }

    static Shape list(int most, Shape item) {
        var schema = Map.of("type", "array", "maxItems", most, "items", item.jsonSchema());
        return told(schema, (field, value, problems) -> {
            if (!(value instanceof Ipld.Items(List<Ipld> values))) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
                return;
            }
            if (values.size() > most) {
                problems.add(Problem.of(field, Fault.TOO_MANY, most));
            }
            for (int i = 0; i < values.size() && i < most; i++) {
                item.check(field + "[" + i + "]", values.get(i), problems);
            }
        });
    }

    /** Any names, each with a value of one shape. */
    static Shape map(int most, int nameLength, Shape item) {
        var schema = Map.of("type", "object", "maxProperties", most, "additionalProperties", item.jsonSchema());
        return told(schema, (field, value, problems) -> {
            if (!(value instanceof Ipld.Fields(var entries))) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
                return;
            }
            if (entries.size() > most) {
                problems.add(Problem.of(field, Fault.TOO_MANY, most));
            }
            entries.entrySet().stream().limit(most).forEach(entry -> {
                line(nameLength).check(field, new Ipld.Text(entry.getKey()), problems);
                item.check(field + "." + entry.getKey(), entry.getValue(), problems);
            });
        });
    }

    /** The address of a picture. */
    static Shape picture() {
        var link = Map.<String, Object>of(
                "type",
                "object",
                "properties",
                Map.of("$link", Map.of("type", "string")),
                "required",
                List.of("$link"));
        return told(link, (field, value, problems) -> {
            if (!(value instanceof Ipld.Link(Cid cid)) || cid.codec() != Cid.Codec.RAW) {
                problems.add(Problem.of(field, Fault.WRONG_SHAPE));
            }
        });
    }

    static Shape currency() {
        return form(3, Fault.NOT_A_CURRENCY, Currency::getInstance);
    }

    static Shape gtin() {
        return form(14, Fault.NOT_A_GTIN, Gtin::new);
    }

    static Shape did() {
        return form(80, Fault.NOT_A_DID, Did::new);
    }

    static Shape email() {
        return form(320, Fault.NOT_AN_EMAIL, text -> require(EMAIL.matcher(text).matches()));
    }

    static Shape language() {
        return form(
                35, Fault.NOT_A_LANGUAGE, text -> require(LANGUAGE.matcher(text).matches()));
    }

    static Shape country() {
        return form(
                2,
                Fault.NOT_A_COUNTRY,
                text -> require(text.equals(text.toUpperCase(Locale.ROOT))
                        && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                                .contains(text)));
    }

    /** Where a node can be called. */
    static Shape endpoint() {
        return address(Fault.NOT_AN_ADDRESS, "https");
    }

    /** Where a page stands that people open in a browser. */
    static Shape page(String... schemes) {
        return address(Fault.NOT_A_PAGE, schemes);
    }

    /** An absolute address of one of the schemes, with a host and without a user's name in it. */
    private static Shape address(Fault fault, String... schemes) {
        return form(ADDRESS_LENGTH, fault, text -> {
            var uri = new URI(text);
            require(uri.getScheme() != null && List.of(schemes).contains(uri.getScheme()));
            require(uri.getHost() != null && uri.getRawUserInfo() == null);
        });
    }

    static Shape instant() {
        return form(40, Fault.NOT_A_DATE, Instant::parse);
    }

    static Shape date() {
        return form(10, Fault.NOT_A_DATE, LocalDate::parse);
    }

    static Shape time() {
        return form(5, Fault.NOT_A_TIME, text -> {
            require(text.length() == 5);
            LocalTime.parse(text);
        });
    }

    private static void require(boolean fulfilled) {
        if (!fulfilled) {
            throw new IllegalArgumentException();
        }
    }
}
