/** The goods of one shop as documents for other programs: feeds, tables and lists of addresses. */
@NullMarked
package org.echoppe.web.feed;

import org.jspecify.annotations.NullMarked;
