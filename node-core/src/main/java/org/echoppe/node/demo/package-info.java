/** The demo street: three shops with goods, words and pictures of our own, for a first walk through Échoppe. */
@NullMarked
package org.echoppe.node.demo;

import org.jspecify.annotations.NullMarked;
