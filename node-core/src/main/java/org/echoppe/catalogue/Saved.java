package org.echoppe.catalogue;

/** A product that was saved, and what takes that back. */
public record Saved(Product product, Undo undo) {}
