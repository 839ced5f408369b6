/** A disk that remembers what it was told, so that a power cut can be played afterwards at any moment. */
@NullMarked
package org.echoppe.store.disk;

import org.jspecify.annotations.NullMarked;
