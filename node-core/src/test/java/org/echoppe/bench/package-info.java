/** The measures of {@code -Pbench}: how fast, how big; docs/BENCHMARKS.md says how to run and read them. */
@NullMarked
package org.echoppe.bench;

import org.jspecify.annotations.NullMarked;
