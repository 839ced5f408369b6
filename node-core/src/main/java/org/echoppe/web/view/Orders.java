package org.echoppe.web.view;

import java.util.Map;

/**
 * A page that a script fills with what the browser keeps: the basket, or the orders.
 *
 * @param page which of them
 * @param node the DID of this node, where answers may wait
 * @param noscript what one can do without scripts
 * @param words for the script, by name; it fills in what stands between percent signs
 */
public record Orders(String page, String node, String noscript, Map<String, String> words) {}
