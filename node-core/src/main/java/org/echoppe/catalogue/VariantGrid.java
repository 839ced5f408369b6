package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Every kind that some options make: sizes × colours. Kinds that were there keep their key, codes, price and stock. */
public final class VariantGrid {
    /**
     * What kinds differ by.
     *
     * @param name such as « taille »
     * @param values such as S, M, L, in the order in which they are shown
     */
    public record Option(String name, List<String> values) {
        public Option {
            values = List.copyOf(values);
        }
    }

    private VariantGrid() {}

    /** What these kinds differ by, in the order of their first appearance. */
    public static List<Option> options(List<VariantDraft> variants) {
        Map<String, Set<String>> options = new LinkedHashMap<>();
        variants.forEach(variant -> variant.options()
                .forEach((name, value) -> options.computeIfAbsent(name, first -> new LinkedHashSet<>())
                        .add(value)));
        return options.entrySet().stream()
                .map(option -> new Option(option.getKey(), List.copyOf(option.getValue())))
                .toList();
    }

    /** How many kinds these options make. */
    public static long size(List<Option> options) {
        return options.isEmpty()
                ? 0
                : options.stream().mapToLong(option -> option.values().size()).reduce(1, Math::multiplyExact);
    }

    /**
     * The kinds that these options make.
     *
     * @param before what the known kinds differed by: an option or a value that stands in the place of another is that one
     *     renamed
     * @param known a kind goes on as the combination that has its options, else as the first that has them among others or
     *     that they hold
     */
    public static List<VariantDraft> of(List<Option> before, List<Option> options, List<VariantDraft> known) {
        var left = new ArrayList<>(known.stream()
                .map(kind -> kind.withOptions(renamed(before, options, kind.options())))
                .toList());
        var combinations = combinations(options);
        var made = new LinkedHashMap<Map<String, String>, VariantDraft>();
        for (var wanted : combinations) {
            take(left, made, wanted, kind -> kind.options().equals(wanted));
        }
        for (var wanted : combinations) {
            if (!made.containsKey(wanted)) {
                take(left, made, wanted, kind -> isPart(kind.options(), wanted) || isPart(wanted, kind.options()));
            }
        }
        return combinations.stream()
                .map(wanted -> made.getOrDefault(wanted, VariantDraft.of(wanted)))
                .toList();
    }

    private static Map<String, String> renamed(List<Option> before, List<Option> now, Map<String, String> options) {
        if (before.size() != now.size()) {
            return options;
        }
        var renamed = new LinkedHashMap<String, String>();
        for (int i = 0; i < before.size(); i++) {
            var old = before.get(i);
            String value = options.get(old.name());
            if (value != null) {
                renamed.put(now.get(i).name(), renamed(old.values(), now.get(i).values(), value));
            }
        }
        return renamed;
    }

    private static String renamed(List<String> before, List<String> now, String value) {
        int place = before.indexOf(value);
        boolean sameLength = place >= 0 && before.size() == now.size();
        return sameLength && !now.contains(value) && !before.contains(now.get(place)) ? now.get(place) : value;
    }

    private static boolean isPart(Map<String, String> few, Map<String, String> many) {
        return !few.isEmpty() && many.entrySet().containsAll(few.entrySet());
    }

    private static void take(
            List<VariantDraft> left,
            Map<Map<String, String>, VariantDraft> made,
            Map<String, String> options,
            Predicate<VariantDraft> wanted) {
        left.stream().filter(wanted).findFirst().ifPresent(kind -> {
            left.remove(kind);
            made.put(options, kind.withOptions(options));
        });
    }

    private static List<Map<String, String>> combinations(List<Option> options) {
        List<Map<String, String>> made = options.isEmpty() ? List.of() : List.of(Map.of());
        for (var option : options) {
            var longer = new ArrayList<Map<String, String>>();
            for (var shorter : made) {
                for (var value : option.values()) {
                    var one = new LinkedHashMap<>(shorter);
                    one.put(option.name(), value);
                    longer.add(one);
                }
            }
            made = longer;
        }
        return made;
    }
}
