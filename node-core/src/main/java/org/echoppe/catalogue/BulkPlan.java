package org.echoppe.catalogue;

import java.util.List;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;

/**
 * What a change of many products does, or did.
 *
 * @param changed how many it changes
 * @param unchanged how many already are so
 * @param samples some of those it changes
 * @param refused some of those it cannot change, each with the reasons
 * @param refusals how many it cannot change
 */
public record BulkPlan(int changed, int unchanged, List<Altered> samples, List<Refused> refused, int refusals) {
    /** So many samples and refused ones are told. */
    public static final int TOLD = 100;

    public BulkPlan {
        samples = List.copyOf(samples);
        refused = List.copyOf(refused);
    }

    /** A product before and after. */
    public record Altered(Product before, Product after) {}

    /** A product that stays as it is. */
    public record Refused(RecordKey key, String name, List<Problem> problems) {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
