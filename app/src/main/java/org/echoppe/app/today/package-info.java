/** The first screen: what needs doing now, the first week, and the shop window's address. */
@NullMarked
package org.echoppe.app.today;

import org.jspecify.annotations.NullMarked;
