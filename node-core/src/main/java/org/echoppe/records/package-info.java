/** The records of a shop's repository as PROTOCOL.md §2 describes them: typed reading, limits, and every mistake named. */
@NullMarked
package org.echoppe.records;

import org.jspecify.annotations.NullMarked;
