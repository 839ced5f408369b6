package org.echoppe.store;

/**
 * How much may wait here at one time.
 *
 * @param merchant for one merchant
 * @param sender from one node
 * @param network from one address prefix
 * @param all together
 */
public record MailLimits(Share merchant, Share sender, Share network, Share all) {
    private static final long MIB = 1 << 20;

    /** A month of a busy shop's orders, and of as many shops as one mirror keeps the mail of. */
    public static final MailLimits USUAL = new MailLimits(
            new Share(2_000, 32 * MIB),
            new Share(1_000, 16 * MIB),
            new Share(500, 8 * MIB),
            new Share(20_000, 512 * MIB));

    /**
     * A part of the room.
     *
     * @param bytes of bodies
     */
    public record Share(int envelopes, long bytes) {}
}
