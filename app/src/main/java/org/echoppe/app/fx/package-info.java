/** What every screen uses: texts, theme, icons, dialogs, and the way to the node and back. */
@NullMarked
package org.echoppe.app.fx;

import org.jspecify.annotations.NullMarked;
