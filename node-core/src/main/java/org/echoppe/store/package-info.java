/** What a node keeps: tables in one encrypted file, durable before a call returns. The only SQL; no jOOQ type leaves it. */
@NullMarked
package org.echoppe.store;

import org.jspecify.annotations.NullMarked;
