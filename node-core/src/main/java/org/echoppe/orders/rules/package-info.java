/** What the law and arithmetic say about an order: pure values, no table, no clock of their own. */
@NullMarked
package org.echoppe.orders.rules;

import org.jspecify.annotations.NullMarked;
