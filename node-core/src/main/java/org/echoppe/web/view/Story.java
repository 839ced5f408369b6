package org.echoppe.web.view;

import java.util.List;

/** A page that explains, chapter by chapter. */
public record Story(String title, List<Chapter> chapters) {
    /** A heading with what stands below it. */
    public record Chapter(String title, String text) {}
}
