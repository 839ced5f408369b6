package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * What this network is.
 *
 * @param fingerprint of the self-made web certificate; null when a browser trusts it by itself
 */
public record About(String size, @Nullable String fingerprint) {}
