/** The signed repository as pure values: blocks, tree, commit, CAR and thin diff, and what makes each of them wrong. */
@NullMarked
package org.echoppe.repo;

import org.jspecify.annotations.NullMarked;
