/** What programs are told: the shapes of the public JSON, which the OpenAPI document is made of. */
@NullMarked
package org.echoppe.web.answer;

import org.jspecify.annotations.NullMarked;
