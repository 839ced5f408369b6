/** Envelopes, orders, receipts and answers as they leave a node (docs/PROTOCOL.md §5), read strictly and written in one way. */
@NullMarked
package org.echoppe.orders.wire;

import org.jspecify.annotations.NullMarked;
