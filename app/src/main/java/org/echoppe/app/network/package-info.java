/** The other shops this one knows. */
@NullMarked
package org.echoppe.app.network;

import org.jspecify.annotations.NullMarked;
