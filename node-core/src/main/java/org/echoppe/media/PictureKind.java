package org.echoppe.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes; its name may say anything. */
enum PictureKind {
    JPEG,
    PNG,
    GIF,
    WEBP,
    /** A photo of a newer phone, which nothing here reads. */
    HEIC,
    OTHER;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    static PictureKind of(byte[] bytes) {
        if (bytes.length < 12) {
            return OTHER;
        }
        String head = new String(bytes, 0, 12, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("GIF8")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return WEBP;
        }
        return head.startsWith("ftyp", 4) && HEIC_BRANDS.contains(head.substring(8)) ? HEIC : OTHER;
    }

    /** The name of its reader in ImageIO. */
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isReadable() {
        return Arrays.asList(JPEG, PNG, GIF, WEBP).contains(this);
    }
}
