/** The command line: every command once, carried out on a home that is opened for it or inside the node that runs there. */
@NullMarked
package org.echoppe.node.cli;

import org.jspecify.annotations.NullMarked;
