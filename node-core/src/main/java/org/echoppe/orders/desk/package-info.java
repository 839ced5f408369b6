/** The shop's side of orders: opened, checked against what was signed, answered, and led to their end. */
@NullMarked
package org.echoppe.orders.desk;

import org.jspecify.annotations.NullMarked;
