/** The other nodes: how this one hears of them, whether they answer, and what the shopkeeper decided about each. */
@NullMarked
package org.echoppe.discovery;

import org.jspecify.annotations.NullMarked;
