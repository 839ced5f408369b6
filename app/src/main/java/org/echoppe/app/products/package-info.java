/** The products of the shop: the list, the form beside it, the import of a file. */
@NullMarked
package org.echoppe.app.products;

import org.jspecify.annotations.NullMarked;
