/** The web port: pages for shoppers in French and English, public JSON, and blocks for whoever checks a signature. */
@NullMarked
package org.echoppe.web;

import org.jspecify.annotations.NullMarked;
