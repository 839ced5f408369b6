/** The words of the trade as values that check themselves: identifiers, money, codes, faults. JDK only. */
@NullMarked
package org.echoppe.domain;

import org.jspecify.annotations.NullMarked;
