/** The peer port: what other nodes may ask of this one. */
@NullMarked
package org.echoppe.peerport;

import org.jspecify.annotations.NullMarked;
