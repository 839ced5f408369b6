package org.echoppe.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Language;

/** Which language a page is in: the address says it; where it does not, the browser does. */
final class Languages {
    private Languages() {}

    static Language of(Context ctx) {
        for (var language : Language.values()) {
            String start = "/" + language.code();
            if (ctx.path().equals(start) || ctx.path().startsWith(start + "/")) {
                return language;
            }
        }
        return preferred(ctx);
    }

    /** The one that the browser likes best; French when it likes neither. */
    static Language preferred(Context ctx) {
        String header = ctx.header("Accept-Language");
        if (header == null || header.isBlank()) {
            return Language.FR;
        }
        try {
            List<Locale> spoken = Arrays.stream(Language.values())
                    .map(language -> Locale.of(language.code()))
                    .toList();
            var best = Locale.lookup(Locale.LanguageRange.parse(header), spoken);
            return best == null ? Language.FR : Language.of(best);
        } catch (IllegalArgumentException e) {
            return Language.FR;
        }
    }
}
