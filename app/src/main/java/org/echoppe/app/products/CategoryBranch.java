package org.echoppe.app.products;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A category, and those inside it.
 *
 * @param path its own name and those above it, parted by {@code >}; empty for the trunk
 */
record CategoryBranch(String name, String path, List<CategoryBranch> below) {
    static final String LEVEL = " > ";

    CategoryBranch {
        below = List.copyOf(below);
    }

    /** The tree of these categories; levels that no product stands in itself are made. */
    static CategoryBranch trunk(Collection<String> paths) {
        return branch("", "", paths.stream().map(CategoryBranch::levels).toList());
    }

    /** The names of a path, from the outermost inwards. */
    static List<String> levels(String path) {
        return Stream.of(path.split(">"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static CategoryBranch branch(String name, String path, List<List<String>> inside) {
        var groups = new LinkedHashMap<String, List<List<String>>>();
        for (var levels : inside) {
            if (!levels.isEmpty()) {
                groups.computeIfAbsent(levels.getFirst(), first -> new ArrayList<>())
                        .add(levels.subList(1, levels.size()));
            }
        }
        return new CategoryBranch(
                name,
                path,
                groups.entrySet().stream()
                        .map(group -> branch(
                                group.getKey(),
                                path.isEmpty() ? group.getKey() : path + LEVEL + group.getKey(),
                                group.getValue()))
                        .toList());
    }

    /** What of it these words find, with the way to it; case and accents do not count. */
    CategoryBranch found(String words) {
        var wanted = List.of(fold(words).split("[\\s>]+"));
        return new CategoryBranch(
                name,
                path,
                below.stream()
                        .filter(branch -> branch.holds(wanted))
                        .map(branch -> branch.says(wanted) ? branch : branch.found(words))
                        .toList());
    }

    private boolean holds(List<String> wanted) {
        return says(wanted) || below.stream().anyMatch(branch -> branch.holds(wanted));
    }

    private boolean says(List<String> wanted) {
        String all = fold(path);
        return wanted.stream().allMatch(all::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
