package org.echoppe.records;

import java.util.Map;
import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * Fetching an order at the shop.
 *
 * @param leadMinutes from the order to the first slot
 * @param slotMinutes how long a slot is; 0 where any moment in the opening hours will do
 */
public record Pickup(int leadMinutes, int slotMinutes) {
    /** Ninety days. */
    private static final int MOST_LEAD = 129_600;

    /** A day. */
    private static final int MOST_SLOT = 1_440;

    static final Schema SCHEMA = new Schema()
            .optional("leadMinutes", Shape.integer(0, MOST_LEAD))
            .optional("slotMinutes", Shape.integer(0, MOST_SLOT));

    static Pickup of(Ipld.Fields fields) {
        return new Pickup(
                within(fields.integer("leadMinutes"), MOST_LEAD), within(fields.integer("slotMinutes"), MOST_SLOT));
    }

    private static int within(Optional<Long> minutes, int most) {
        return minutes.filter(value -> value >= 0 && value <= most)
                .map(Long::intValue)
                .orElse(0);
    }

    Ipld.Fields toFields() {
        return new Ipld.Fields(
                Map.of("leadMinutes", new Ipld.Int(leadMinutes), "slotMinutes", new Ipld.Int(slotMinutes)));
    }
}
