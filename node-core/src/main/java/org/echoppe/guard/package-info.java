/** What keeps strangers from costing too much, and the journal of what was refused. */
@NullMarked
package org.echoppe.guard;

import org.jspecify.annotations.NullMarked;
