package org.echoppe.web.view;

/**
 * A link that changes what is shown.
 *
 * @param count how many articles it leads to, printed; empty when it is not counted
 * @param chosen whether it is in force now, so that the link takes it back
 */
public record Choice(String href, String label, String count, boolean chosen) {}
