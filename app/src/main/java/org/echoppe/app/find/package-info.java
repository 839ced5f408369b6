/** Ctrl+K: anything in the window by its name. */
@NullMarked
package org.echoppe.app.find;

import org.jspecify.annotations.NullMarked;
