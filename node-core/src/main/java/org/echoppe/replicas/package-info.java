/** Every known shop's repository as held here: how it comes in, is verified and kept up to date, and how its listings are read. */
@NullMarked
package org.echoppe.replicas;

import org.jspecify.annotations.NullMarked;
