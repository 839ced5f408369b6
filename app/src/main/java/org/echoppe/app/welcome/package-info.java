/** The first start: making the shop. */
@NullMarked
package org.echoppe.app.welcome;

import org.jspecify.annotations.NullMarked;
