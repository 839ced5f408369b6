package org.echoppe.web.view;

import java.util.List;

/**
 * A page that says what went wrong and what to do.
 *
 * @param code to quote when asking for help; empty when there is nothing to ask
 */
public record Sorry(String title, String text, List<String> advice, String code) {}
