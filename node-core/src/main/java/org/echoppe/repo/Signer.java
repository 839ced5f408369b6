package org.echoppe.repo;

import org.echoppe.domain.Did;

/** Who signs a repository. */
public interface Signer {
    Did did();

    /** ES256 over the message: r and s of 32 bytes each, with the lower of the two possible s. */
    byte[] sign(byte[] message);
}
