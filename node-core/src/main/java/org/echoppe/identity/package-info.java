/** Who this node is: its keys, its name on the wire, its certificates, and what it signs. */
@NullMarked
package org.echoppe.identity;

import org.jspecify.annotations.NullMarked;
