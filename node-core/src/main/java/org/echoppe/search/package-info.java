/** Finding listings by words, codes and filters, in milliseconds at a million of them. The only Lucene. */
@NullMarked
package org.echoppe.search;

import org.jspecify.annotations.NullMarked;
