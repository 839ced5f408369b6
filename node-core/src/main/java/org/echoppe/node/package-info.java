/** One running node: built by hand, in the order its parts need one another, and closed in reverse. */
@NullMarked
package org.echoppe.node;

import org.jspecify.annotations.NullMarked;
