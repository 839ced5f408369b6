/** The shopkeeper's window: start, main window, navigation. Nothing below knows it. */
@NullMarked
package org.echoppe.app;

import org.jspecify.annotations.NullMarked;
