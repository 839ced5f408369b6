package org.echoppe.identity;

/** Something sealed or signed by a shopper that is not what it should be; the message says why and holds nothing of its text. */
public final class BadEnvelope extends Exception {
    private static final long serialVersionUID = 1L;

    public BadEnvelope(String why) {
        super(why);
    }
}
