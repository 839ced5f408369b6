/** Pictures: checked, shrunk, addressed by CID and kept as files. The only package that knows ImageIO. */
@NullMarked
package org.echoppe.media;

import org.jspecify.annotations.NullMarked;
