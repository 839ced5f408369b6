/** Append-only files in which every entry proves the one before it, and the keys of what is personal in them. Knows no database. */
@NullMarked
package org.echoppe.journal;

import org.jspecify.annotations.NullMarked;
