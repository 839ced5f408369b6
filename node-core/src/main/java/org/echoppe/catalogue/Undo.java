package org.echoppe.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.DagCbor;
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

    /** What was done to one product. */
    sealed interface Piece {
        RecordKey key();

        /** The product as it was; null when it was changed again at the same place, or its codes are taken. */
        @Nullable
        Product before(Product current, Catalogue catalogue);

        /** Whether there is nothing left to take back. */
        default boolean isGone(Product current) {
            return false;
        }
    }

    /** A product that was not there before: it is withdrawn again, unless somebody changed anything of it since. */
    record Made(RecordKey key, Cid record, ProductState state, Backroom backroom) implements Piece {
        static Made of(Product made) {
            return new Made(made.key(), cid(made), made.state(), plain(made.backroom()));
        }

        private static Cid cid(Product product) {
            return Cid.of(DagCbor.encode(product.record().toFields()));
        }

        @Override
        public @Nullable Product before(Product current, Catalogue catalogue) {
            boolean untouched = current.state() == state
                    && plain(current.backroom()).equals(backroom)
                    && cid(current).equals(record);
            return untouched
                    ? new Product(
                            key,
                            ProductState.WITHDRAWN,
                            true,
                            current.record(),
                            current.backroom(),
                            current.publishedCid(),
                            catalogue.now())
                    : null;
        }

        @Override
        public boolean isGone(Product current) {
            return current.state() == ProductState.WITHDRAWN;
        }
    }

    /** What a change did to one product. */
    record Patch(
            RecordKey key,
            Map<String, Turn> fields,
            ProductState stateBefore,
            ProductState stateAfter,
            @Nullable Rooms rooms,
            Instant updatedBefore,
            Instant updatedAfter)
            implements Piece {

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
                    before.backroom().equals(after.backroom())
                            ? null
                            : new Rooms(before.backroom(), plain(after.backroom())),
                    before.updatedAt(),
                    after.updatedAt());
        }

        @Override
        public @Nullable Product before(Product current, Catalogue catalogue) {
            return new Restoring(this, current, catalogue).before();
        }
    }

    private static final int BATCH = 500;

    private final List<Piece> pieces;

    Undo(List<? extends Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** What takes the save of one product back. */
    static Undo of(@Nullable Product before, Product after) {
        if (before == null) {
            return new Undo(List.of(Made.of(after)));
        }
        return new Undo(after.equals(before) ? List.of() : List.of(Patch.of(before, after)));
    }

    /** As the table gives it back: it keeps no line for a kind of which nothing is known. */
    private static Backroom plain(Backroom backroom) {
        var kinds = new LinkedHashMap<>(backroom.variants());
        kinds.values().removeIf(Backroom.OfVariant.EMPTY::equals);
        return backroom.with(kinds);
    }

    /** How many products it is about. */
    public int size() {
        return pieces.size();
    }

    /** To be called inside a write. What was made goes first: it may have a code that another product gets back. */
    Outcome run(Catalogue catalogue, ProductStore products, BulkProgress progress) {
        var kept = new ArrayList<String>();
        int restored = 0;
        int done = 0;
        for (var batch : batches()) {
            progress.at(done, pieces.size());
            done += batch.size();
            var current = new HashMap<RecordKey, Product>();
            products.rows(batch.stream().map(Piece::key).toList())
                    .forEach(row -> current.put(row.rkey(), ProductRows.product(row)));
            var back = new ArrayList<Product>();
            for (var piece : batch) {
                var product = current.get(piece.key());
                if (product == null || piece.isGone(product)) {
                    continue;
                }
                var before = piece.before(product, catalogue);
                if (before == null && !back.isEmpty()) {
                    // its code may be with a product that is on its way back
                    restored += save(back, products);
                    before = piece.before(product, catalogue);
                }
                if (before == null) {
                    kept.add(product.record().name());
                } else {
                    back.add(before);
                }
            }
            restored += save(back, products);
        }
        progress.at(pieces.size(), pieces.size());
        return new Outcome(restored, kept.reversed());
    }

    private static int save(List<Product> back, ProductStore products) {
        int saved = back.size();
        products.save(back.stream().map(ProductRows::row).toList());
        back.clear();
        return saved;
    }

    /** Last done first: who was given a code last gives it back first. */
    private List<List<Piece>> batches() {
        var batches = new ArrayList<List<Piece>>();
        var parts = pieces.reversed().stream().collect(Collectors.partitioningBy(Made.class::isInstance));
        for (boolean made : new boolean[] {true, false}) {
            var part = parts.getOrDefault(made, List.of());
            for (int from = 0; from < part.size(); from += BATCH) {
                batches.add(part.subList(from, Math.min(from + BATCH, part.size())));
            }
        }
        return batches;
    }

    /** One patch taken back from one product. */
    private record Restoring(Patch patch, Product current, Catalogue catalogue) {
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
                    || (rooms != null && !rooms.after().equals(plain(current.backroom())))) {
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
