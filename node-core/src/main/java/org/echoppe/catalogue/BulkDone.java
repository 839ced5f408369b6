package org.echoppe.catalogue;

/** A change of many products that was made, and what takes it back. */
public record BulkDone(BulkPlan plan, Undo undo) {}
