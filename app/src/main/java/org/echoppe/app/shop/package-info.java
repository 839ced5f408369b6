/** The shop itself: what stands above its goods on its page. */
@NullMarked
package org.echoppe.app.shop;

import org.jspecify.annotations.NullMarked;
