/** The loopback port through which a command line reaches the node that is running on its home. */
@NullMarked
package org.echoppe.control;

import org.jspecify.annotations.NullMarked;
