/** Calls to other nodes over mutual TLS, and what is known of how they answer: the only HTTP client for peers. */
@NullMarked
package org.echoppe.peers;

import org.jspecify.annotations.NullMarked;
