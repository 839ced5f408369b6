/** What a page shows, in words and figures ready to print: templates only place it. */
@NullMarked
package org.echoppe.web.view;

import org.jspecify.annotations.NullMarked;
