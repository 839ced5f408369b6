package org.echoppe.store;

/**
 * A number that a document bears.
 *
 * @param sequence of the journal's entry that gave it
 */
public record IssuedNumber(int year, long number, long sequence) {}
