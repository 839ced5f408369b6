package org.echoppe.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.Ipld;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.jspecify.annotations.Nullable;

/** What takes a change back: of each product only what the change touched, so that what others did since stays. */
public final class Undo {
    private static final String UPDATED_AT = "updatedAt";

    /**
     * What came of taking a change back.
     *
     * @param restored how many products are as they were, as far as the change had touched them
     * @param kept names of those that somebody changed again since, at the same place: they stay
     */
    public record Outcome(int restored, List<String> kept) {
        public Outcome {
            kept = List.copyOf(kept);
        }
    }

    /** A value before and after; null where the field was absent. */
    private record Turn(@Nullable Ipld before, @Nullable Ipld after) {}

    private record Rooms(Backroom before, Backroom after) {}

    /** What a change did to one product. */
    record Patch(
            RecordKey key,
            Map<String, Turn> fields,
            ProductState stateBefore,
            ProductState stateAfter,
            @Nullable Rooms rooms,
            Instant updatedBefore,
            Instant updatedAfter) {

        static Patch of(Product before, Product after) {
            var old = before.record().toFields().entries();
            var now = after.record().toFields().entries();
            var names = new HashSet<>(old.keySet());
            names.addAll(now.keySet());
            var fields = new HashMap<String, Turn>();
            for (String name : names) {
                if (!Objects.equals(old.get(name), now.get(name))) {
                    fields.put(name, new Turn(old.get(name), now.get(name)));
                }
            }
            return new Patch(
                    before.key(),
                    Map.copyOf(fields),
                    before.state(),
                    after.state(),
                    before.backroom().equals(after.backroom()) ? null : new Rooms(before.backroom(), after.backroom()),
                    before.updatedAt(),
                    after.updatedAt());
        }
    }

    private static final int BATCH = 500;

    private final List<Patch> patches;

    Undo(List<Patch> patches) {
        this.patches = List.copyOf(patches);
    }

    /** How many products it is about. */
    public int size() {
        return patches.size();
    }

    /** To be called inside a write. */
    Outcome run(Catalogue catalogue, ProductStore products, BulkProgress progress) {
        var kept = new ArrayList<String>();
        int restored = 0;
        for (int from = 0; from < patches.size(); from += BATCH) {
            progress.at(from, patches.size());
            var batch = patches.subList(from, Math.min(from + BATCH, patches.size()));
            var current = new HashMap<RecordKey, Product>();
            products.rows(batch.stream().map(Patch::key).toList())
                    .forEach(row -> current.put(row.rkey(), ProductRows.product(row)));
            var back = new ArrayList<Product>();
            for (var patch : batch) {
                var product = current.get(patch.key());
                var before = product == null ? null : new Restoring(patch, product, catalogue).before();
                if (before != null) {
                    back.add(before);
                } else if (product != null) {
                    kept.add(product.record().name());
                }
            }
            products.save(back.stream().map(ProductRows::row).toList());
            restored += back.size();
        }
        progress.at(patches.size(), patches.size());
        return new Outcome(restored, kept);
    }

    /** One patch taken back from one product. */
    private record Restoring(Patch patch, Product current, Catalogue catalogue) {
        /** The product as it was; null when it was changed again at the same place, or its codes are taken. */
        @Nullable
        Product before() {
            var fields = current.record().toFields().entries();
            boolean untouched = patch.fields().entrySet().stream()
                    .filter(turn -> !turn.getKey().equals(UPDATED_AT))
                    .allMatch(turn -> Objects.equals(
                            fields.get(turn.getKey()), turn.getValue().after()));
            var rooms = patch.rooms();
            boolean stateTurned = patch.stateBefore() != patch.stateAfter();
            if (!untouched
                    || (stateTurned && current.state() != patch.stateAfter())
                    || (rooms != null && !rooms.after().equals(current.backroom()))) {
                return null;
            }
            var before = new Product(
                    current.key(),
                    stateTurned ? patch.stateBefore() : current.state(),
                    true,
                    record(),
                    rooms == null ? current.backroom() : rooms.before(),
                    current.publishedCid(),
                    current.updatedAt().equals(patch.updatedAfter()) ? patch.updatedBefore() : catalogue.now());
            return catalogue
                    .withDuplicates(new DraftReader.Reading(before, List.of()), current, before)
                    .product();
        }

        private ProductRecord record() {
            var fields = new LinkedHashMap<>(current.record().toFields().entries());
            boolean alone = Objects.equals(
                    fields.get(UPDATED_AT),
                    patch.fields().containsKey(UPDATED_AT)
                            ? patch.fields().get(UPDATED_AT).after()
                            : fields.get(UPDATED_AT));
            patch.fields().forEach((name, turn) -> {
                if (turn.before() == null) {
                    fields.remove(name);
                } else {
                    fields.put(name, turn.before());
                }
            });
            var record = ProductRecord.of(new Ipld.Fields(fields));
            return alone || patch.fields().isEmpty() ? record : record.withUpdatedAt(catalogue.now());
        }
    }
}
