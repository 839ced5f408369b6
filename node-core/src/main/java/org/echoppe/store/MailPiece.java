package org.echoppe.store;

/** An envelope that waits for its owner, oldest first by {@code seq}. */
public record MailPiece(long seq, byte[] body) {}
