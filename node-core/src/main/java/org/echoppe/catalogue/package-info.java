/** The shop's own products and profile: edited, imported, exported and published. */
@NullMarked
package org.echoppe.catalogue;

import org.jspecify.annotations.NullMarked;
