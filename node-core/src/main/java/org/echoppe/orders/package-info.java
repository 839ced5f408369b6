/** Sealed orders and what becomes of them; and whatever takes stock, money or a promise: decided one after the other, noted in the journal first and in the tables after. */
@NullMarked
package org.echoppe.orders;

import org.jspecify.annotations.NullMarked;
