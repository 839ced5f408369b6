package org.echoppe.identity;

/** Where the web port's certificate comes from: made here, or the operator's files. */
sealed interface WebKeySource permits SelfMadeWebKey, PemWebKey {
    /**
     * The one to show now, made or read again where that is due.
     *
     * @throws org.echoppe.domain.Rejected when there is none
     */
    KeyWithCertificate current();
}
