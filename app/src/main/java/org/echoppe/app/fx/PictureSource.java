package org.echoppe.app.fx;

import java.nio.file.Path;

/** Where a picture comes from: a file that was chosen or dropped, or what was copied in another program. */
public sealed interface PictureSource {
    record File(Path path) implements PictureSource {}

    /** @param argb one number a pixel, row by row */
    record Pixels(int[] argb, int width, int height) implements PictureSource {}
}
