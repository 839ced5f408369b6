package org.echoppe.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.repo.Ipld;
import org.jspecify.annotations.Nullable;

/** Making one record out of another with a field changed. What is empty is left out, so nothing has two writings. */
final class Changes {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final Ipld.Fields NOTHING = new Ipld.Fields(Map.of());

    private Changes() {}

    static Ipld.Fields with(Ipld.Fields fields, String name, @Nullable Ipld value) {
        var entries = new LinkedHashMap<>(fields.entries());
        if (value == null || isEmpty(value)) {
            entries.remove(name);
        } else {
            entries.put(name, value);
        }
        return new Ipld.Fields(entries);
    }

    static Ipld.Fields with(Ipld.Fields fields, String name, String text) {
        return with(fields, name, new Ipld.Text(text));
    }

    /** Exchanges a part, keeping the fields in it that this program does not know. */
    static Ipld.Fields withPart(Ipld.Fields fields, String name, Schema schema, Ipld.@Nullable Fields part) {
        if (part == null) {
            return with(fields, name, (Ipld) null);
        }
        var entries = new LinkedHashMap<>(part.entries());
        fields.fields(name)
                .ifPresent(old -> old.entries().forEach((key, value) -> {
                    if (!schema.names().contains(key)) {
                        entries.put(key, value);
                    }
                }));
        return with(fields, name, new Ipld.Fields(entries));
    }

    static Ipld texts(List<String> values) {
        return new Ipld.Items(values.stream().<Ipld>map(Ipld.Text::new).toList());
    }

    static List<String> texts(Ipld.Fields fields, String name) {
        return fields.items(name).orElse(List.of()).stream()
                .filter(Ipld.Text.class::isInstance)
                .map(item -> ((Ipld.Text) item).value())
                .toList();
    }

    static Ipld instant(Instant instant) {
        return new Ipld.Text(INSTANT.format(instant));
    }

    /** The text under the name as a value; empty when it is absent or the reader refuses it. */
    static <T> Optional<T> parsed(Ipld.Fields fields, String name, Function<String, T> reader) {
        try {
            return fields.text(name).map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The parts in a list that have the fields they need; the others are as if absent. */
    static <T> List<T> parts(Ipld.Fields fields, String name, Function<Ipld.Fields, Optional<T>> reader) {
        return fields.items(name).orElse(List.of()).stream()
                .filter(Ipld.Fields.class::isInstance)
                .map(Ipld.Fields.class::cast)
                .flatMap(part -> reader.apply(part).stream())
                .toList();
    }

    private static boolean isEmpty(Ipld value) {
        return switch (value) {
            case Ipld.Text(String text) -> text.isEmpty();
            case Ipld.Items(List<Ipld> values) -> values.isEmpty();
            case Ipld.Fields(var entries) -> entries.isEmpty();
            default -> false;
        };
    }
}
