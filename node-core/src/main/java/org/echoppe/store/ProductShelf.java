package org.echoppe.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * The own products in memory, as much of each as a list needs, sorted by name: a search in the table itself takes three
 * times as long as a keystroke may. About 300 bytes a product, filled at its first use, then told of every commit.
 */
final class ProductShelf {
    /** A query without the stretch it asks for. */
    private record Question(
            String text, ProductKind kind, String category, ProductQuery.Sort sort, boolean descending) {
        static Question of(ProductQuery query) {
            return new Question(query.text(), query.kind(), query.category(), query.sort(), query.descending());
        }

        /** Whether the other finds all of what this one does, in the same order. */
        boolean narrows(Question other) {
            return text.startsWith(other.text)
                    && kind == other.kind
                    && category.equals(other.category)
                    && sort == other.sort
                    && descending == other.descending;
        }
    }

    /** So many changes at once are put in their places one by one; more are sorted in. */
    private static final int FEW = 200;

    private final Map<RecordKey, ShelfItem> items = new HashMap<>();
    private final List<ShelfItem> byName = new ArrayList<>();
    private final List<ShelfItem> fresh = new ArrayList<>();
    private final Map<RecordKey, @Nullable ShelfItem> noted = new HashMap<>();
    private boolean followed;
    private boolean filled;
    private boolean sorted = true;
    private @Nullable Question asked;
    private List<ShelfItem> answer = List.of();
    private @Nullable Map<ProductKind, Integer> counts;

    synchronized boolean isFilled() {
        return filled;
    }

    /** Whether commits are to be told. */
    synchronized boolean isFollowed() {
        return followed;
    }

    /** From here on commits are told; those before it are in the rows that {@link #fill} will bring. */
    synchronized void follow() {
        followed = true;
    }

    synchronized void fill(List<ShelfItem> all) {
        all.forEach(item -> items.put(item.key(), item));
        byName.addAll(all);
        sorted = false;
        noted.forEach(this::change);
        noted.clear();
        filled = true;
    }

    synchronized void put(Collection<ShelfItem> changed) {
        // one by one they would be put in their places one by one
        sorted &= changed.size() <= FEW;
        changed.forEach(item -> note(item.key(), item));
    }

    synchronized void remove(Collection<RecordKey> keys) {
        keys.forEach(key -> note(key, null));
    }

    private void note(RecordKey key, @Nullable ShelfItem item) {
        if (filled) {
            change(key, item);
        } else if (followed) {
            noted.put(key, item);
        }
    }

    private void change(RecordKey key, @Nullable ShelfItem item) {
        var before = item == null ? items.remove(key) : items.put(key, item);
        if (item != null) {
            fresh.add(item);
        }
        if (sorted && fresh.size() <= FEW) {
            place(before);
        } else {
            sorted = false;
        }
        asked = null;
        counts = null;
    }

    /** Few changes are put where they belong: the list stays in order. */
    private void place(@Nullable ShelfItem before) {
        int old = before == null ? -1 : Collections.binarySearch(byName, before, ShelfItem.BY_NAME);
        if (old >= 0) {
            byName.remove(old);
        }
        for (var item : fresh) {
            byName.add(-1 - Collections.binarySearch(byName, item, ShelfItem.BY_NAME), item);
        }
        fresh.clear();
    }

    /** Every product that the query finds, in its order, whatever stretch it asks for. */
    synchronized List<ShelfItem> find(ProductQuery query) {
        var question = Question.of(query);
        if (!question.equals(asked)) {
            sort();
            // one letter more finds some of what was found before
            answer = asked != null && question.narrows(asked) ? among(answer, question) : search(question);
            asked = question;
        }
        return answer;
    }

    synchronized Map<ProductKind, Integer> counts() {
        if (counts == null) {
            var counted = new EnumMap<ProductKind, Integer>(ProductKind.class);
            for (var kind : ProductKind.values()) {
                counted.put(kind, (int)
                        items.values().stream().filter(item -> item.is(kind)).count());
            }
            counts = Map.copyOf(counted);
        }
        return counts;
    }

    /** Categories in use, and how many products stand in each itself. */
    synchronized SortedMap<String, Integer> categories() {
        var categories = new TreeMap<String, Integer>();
        items.values().stream()
                .filter(item -> item.is(ProductKind.ALL) && !item.category().isEmpty())
                .forEach(item -> categories.merge(item.category(), 1, Integer::sum));
        return categories;
    }

    /** After a change the list is nearly in order, which is when sorting costs least. The same item, not one that is equal. */
    @SuppressWarnings("ReferenceEquality")
    private void sort() {
        if (!sorted) {
            byName.removeIf(item -> items.get(item.key()) != item);
            fresh.removeIf(item -> items.get(item.key()) != item);
            byName.addAll(fresh);
            fresh.clear();
            byName.sort(ShelfItem.BY_NAME);
            sorted = true;
        }
    }

    private List<ShelfItem> search(Question question) {
        var found = among(byName, question);
        if (question.sort() != ProductQuery.Sort.NAME || question.descending()) {
            found.sort(order(question));
        }
        return found;
    }

    private static List<ShelfItem> among(List<ShelfItem> items, Question question) {
        String[] words = ProductRows.fold(question.text()).split(" ");
        var found = new ArrayList<ShelfItem>();
        for (var item : items) {
            if (item.is(question.kind()) && item.isIn(question.category()) && item.says(words)) {
                found.add(item);
            }
        }
        return found;
    }

    private static Comparator<ShelfItem> order(Question question) {
        return switch (question.sort()) {
            case NAME -> ShelfItem.BY_NAME.reversed();
            case PRICE -> by(ShelfItem::price, question.descending());
            case STOCK -> by(ShelfItem::stock, question.descending());
            case STATE -> {
                var byState = Comparator.comparing(ShelfItem::state);
                yield question.descending() ? byState.reversed() : byState;
            }
            case UPDATED -> by(ShelfItem::updatedAt, question.descending());
        };
    }

    /** Those without a figure come last, whichever way the others go; equal ones stay by name. */
    private static Comparator<ShelfItem> by(ToLongFunction<ShelfItem> figure, boolean descending) {
        Comparator<ShelfItem> order = Comparator.comparingLong(figure);
        return Comparator.<ShelfItem, Boolean>comparing(item -> figure.applyAsLong(item) == ShelfItem.NONE)
                .thenComparing(descending ? order.reversed() : order);
    }
}
