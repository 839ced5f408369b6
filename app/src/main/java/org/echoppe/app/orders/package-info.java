/** The orders screen: what has to be done next, one order beside the list, and a sale at the counter. */
@NullMarked
package org.echoppe.app.orders;

import org.jspecify.annotations.NullMarked;
