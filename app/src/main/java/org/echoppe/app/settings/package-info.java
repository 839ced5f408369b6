/** How the window looks and speaks. */
@NullMarked
package org.echoppe.app.settings;

import org.jspecify.annotations.NullMarked;
