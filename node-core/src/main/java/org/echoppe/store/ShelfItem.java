package org.echoppe.store;

import java.util.Comparator;
import java.util.Optional;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Availability;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.jspecify.annotations.Nullable;

/**
 * What of a product is looked at to find, count and sort it.
 *
 * @param words as the table holds them: they begin with the name
 * @param nameLength how many characters of them are the name
 * @param price in minor units; {@link #NONE} without one
 * @param stock {@link #NONE} where nobody counts
 */
record ShelfItem(
        RecordKey key,
        String words,
        int nameLength,
        ProductState state,
        String category,
        long price,
        long stock,
        long updatedAt,
        @Nullable Availability availability,
        boolean pictured) {
    static final long NONE = Long.MIN_VALUE;

    static final Comparator<ShelfItem> BY_NAME = ShelfItem::compareNames;

    static ShelfItem of(
            RecordKey key,
            ProductState state,
            String name,
            String words,
            @Nullable String category,
            @Nullable Long price,
            @Nullable Long stock,
            long updatedAt,
            byte[] draft) {
        var record = record(draft);
        return new ShelfItem(
                key,
                words,
                Math.min(ProductRows.fold(name).length(), words.length()),
                state,
                category == null ? "" : category,
                price == null ? NONE : price,
                stock == null ? NONE : stock,
                updatedAt,
                record.flatMap(ProductRecord::availability).orElse(null),
                record.isPresent() && !record.get().images().isEmpty());
    }

    boolean is(ProductKind kind) {
        boolean withdrawn = state == ProductState.WITHDRAWN;
        return switch (kind) {
            case ALL -> !withdrawn;
            case DRAFT -> state == ProductState.DRAFT;
            case PUBLISHED -> state == ProductState.PUBLISHED;
            case SOLD_OUT -> is(ProductKind.PUBLISHED) && ProductKind.isSoldOut(counted(), availability);
            case LOW_STOCK -> is(ProductKind.PUBLISHED) && ProductKind.isLow(counted(), availability);
            case NO_PICTURE -> !withdrawn && !pictured;
            case WITHDRAWN -> withdrawn;
        };
    }

    private @Nullable Long counted() {
        return stock == NONE ? null : (Long) stock;
    }

    /** Whether it stands in this category or somewhere below it. */
    boolean isIn(String path) {
        return path.isEmpty()
                || category.equals(path)
                || (category.startsWith(path) && category.startsWith(" > ", path.length()));
    }

    boolean says(String[] folded) {
        for (String word : folded) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static int compareNames(ShelfItem one, ShelfItem other) {
        int common = Math.min(one.nameLength, other.nameLength);
        for (int i = 0; i < common; i++) {
            int difference = one.words.charAt(i) - other.words.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return one.nameLength != other.nameLength
                ? one.nameLength - other.nameLength
                : one.key.value().compareTo(other.key.value());
    }

    /** A draft that cannot be read shows elsewhere; here it only has no picture. */
    private static Optional<ProductRecord> record(byte[] draft) {
        try {
            return Optional.of(ProductRecord.of(DagCbor.record(draft)));
        } catch (BadRepository e) {
            return Optional.empty();
        }
    }
}
