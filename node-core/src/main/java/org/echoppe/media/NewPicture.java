package org.echoppe.media;

/**
 * A picture made ready to be published: upright, shrunk, with nothing in it but pixels.
 *
 * @param jpeg at most {@link Blobs#MAX_LENGTH} bytes
 * @param width in pixels
 * @param height in pixels
 */
public record NewPicture(byte[] jpeg, int width, int height) {}
