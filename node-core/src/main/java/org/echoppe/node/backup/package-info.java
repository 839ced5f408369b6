/** A shop in one sealed file, and back into a home. */
@NullMarked
package org.echoppe.node.backup;

import org.jspecify.annotations.NullMarked;
