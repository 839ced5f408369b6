package org.echoppe.replicas;

import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.Limits;

/**
 * What shops that nobody here follows may cost at most.
 *
 * @param shopMegabytes one of them, 1 to {@value #MOST_A_SHOP}
 * @param togetherMegabytes all of them, {@value #LEAST_TOGETHER} to {@value #MOST_TOGETHER}
 */
public record StrangerLimits(int shopMegabytes, int togetherMegabytes) {
    /** What PROTOCOL §2 allows. */
    public static final int MOST_A_SHOP = 20;

    public static final int LEAST_TOGETHER = 64;
    public static final int MOST_TOGETHER = 65_536;
    public static final StrangerLimits USUAL = new StrangerLimits(MOST_A_SHOP, 4_096);

    /** @throws Rejected OUT_OF_RANGE */
    public StrangerLimits {
        within(shopMegabytes, 1, MOST_A_SHOP);
        within(togetherMegabytes, LEAST_TOGETHER, MOST_TOGETHER);
    }

    private static void within(int value, int least, int most) {
        if (value < least || value > most) {
            throw Rejected.because(Fault.OUT_OF_RANGE, least, most);
        }
    }

    Limits limits() {
        var usual = Limits.STRANGER;
        long bytes = (long) shopMegabytes << 20;
        return new Limits(bytes, usual.records(), (int) Math.min(bytes, usual.changesBytes()));
    }

    long togetherBytes() {
        return (long) togetherMegabytes << 20;
    }
}
