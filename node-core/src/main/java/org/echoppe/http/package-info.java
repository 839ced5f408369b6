/** What both ports stand on: a Javalin server that bounds what a caller may cost, and errors as problem+json. */
@NullMarked
package org.echoppe.http;

import org.jspecify.annotations.NullMarked;
