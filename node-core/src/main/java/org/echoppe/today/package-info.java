/** What the shopkeeper has to do now, and in the first week. */
@NullMarked
package org.echoppe.today;

import org.jspecify.annotations.NullMarked;
