package org.echoppe.store;

/** Whether a product of the own shop is to be seen by others. */
public enum ProductState {
    DRAFT,
    PUBLISHED,
    /** Taken back by the shopkeeper; its row stays. */
    WITHDRAWN
}
