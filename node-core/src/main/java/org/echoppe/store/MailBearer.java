package org.echoppe.store;

import org.jspecify.annotations.Nullable;

/**
 * Who brought an envelope, as marks that tell two bearers apart and not who they are.
 *
 * @param sender the node; null for a shopper's browser
 * @param network its address prefix
 */
public record MailBearer(@Nullable String sender, String network) {}
