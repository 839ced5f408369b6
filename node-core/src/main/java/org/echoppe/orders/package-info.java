/** Orders: what a shopper sealed, who keeps it on the road, and what becomes of it in the shop. */
@NullMarked
package org.echoppe.orders;

import org.jspecify.annotations.NullMarked;
