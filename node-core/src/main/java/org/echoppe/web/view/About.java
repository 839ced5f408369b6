package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * What this network is.
 *
 * @param fingerprint of the self-made web certificate; null when a browser trusts it by itself
 * @param checkout the SHA-256 of the one file that seals orders, in hexadecimal
 * @param verify that of the one that checks signatures
 */
public record About(String size, @Nullable String fingerprint, String checkout, String verify) {}
