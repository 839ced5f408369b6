package org.echoppe.app.products;

import java.util.List;
import org.echoppe.app.fx.LongWork;

/**
 * What a change of several products does, or did.
 *
 * @param changed how many it changes
 * @param unchanged how many already are so
 * @param refusals how many cannot be changed
 * @param samples some of the changes in words, such as « Croissant : 1,20 € → 1,26 € »
 * @param refused some of those that cannot be changed, each with the reason
 * @param undo takes it back
 */
public record ProductEffect(
        int changed, int unchanged, int refusals, List<String> samples, List<String> refused, Undoing undo) {

    /** Takes a change back. */
    @FunctionalInterface
    public interface Undoing {
        /** Names those that stay because they were changed again since. */
        List<String> run(LongWork.Progress progress) throws Exception;
    }

    public ProductEffect {
        samples = List.copyOf(samples);
        refused = List.copyOf(refused);
    }
}
