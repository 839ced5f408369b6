package org.echoppe.app.products;

/**
 * One row of the file and what becomes of it.
 *
 * @param row as the spreadsheet numbers it: the header is row 1
 * @param detail what changes, or why it is refused
 */
public record ImportLine(int row, ImportKind kind, String name, String detail) {}
