package org.echoppe.catalogue;

/** An import that was carried out, and what takes it back: what it added is withdrawn, what it changed is as it was. */
public record ImportDone(ImportPlan plan, Undo undo) {}
