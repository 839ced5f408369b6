package org.echoppe.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.echoppe.domain.Language;
import org.echoppe.web.answer.About;
import org.echoppe.web.view.ApiPage;
import org.echoppe.web.view.Foreign;

/** The public JSON described for people, out of the table that it is answered by. */
final class ApiPages {
    private final List<ApiRoute> table;
    private final Printer printer;

    ApiPages(List<ApiRoute> table, Printer printer) {
        this.table = table;
        this.printer = printer;
    }

    void page(Visit visit) {
        var questions = table.stream().map(route -> question(visit, route)).toList();
        printer.print(
                visit.ctx(),
                "api.jte",
                visit.frame(visit.say("api.title"), ""),
                Map.of("api", new ApiPage(ApiRoutes.DOCUMENT, questions)));
    }

    private static ApiPage.Question question(Visit visit, ApiRoute route) {
        var asked = Stream.concat(route.pathParameters().stream(), route.query().stream())
                .map(parameter -> asked(visit, parameter))
                .toList();
        return new ApiPage.Question(
                route.id(),
                route.method(),
                route.path(),
                visit.say("api." + route.id()),
                visit.say("api." + route.id() + ".text"),
                asked,
                fields(route),
                example(route));
    }

    private static ApiPage.Asked asked(Visit visit, Parameter parameter) {
        String kind = visit.say("api.kind." + parameter.type(), String.join(", ", parameter.choices()));
        return new ApiPage.Asked(
                parameter.name(), kind, parameter.required(), meaning(visit, parameter), parameter.example());
    }

    /** In the language of the page; in English where nobody has written it yet. */
    private static Foreign meaning(Visit visit, Parameter parameter) {
        var english = new Foreign(parameter.description(), Language.EN.code());
        try {
            return new Foreign(visit.say("api.asked." + parameter.name()), null);
        } catch (MissingResourceException e) {
            return english;
        }
    }

    private static List<ApiPage.Field> fields(ApiRoute route) {
        return Arrays.stream(route.answer().getRecordComponents())
                .map(component -> new ApiPage.Field(
                        component.getName(),
                        component.getAnnotation(About.class).value()))
                .toList();
    }

    /** With the parameters that it cannot do without. */
    private static String example(ApiRoute route) {
        if (!route.pathParameters().isEmpty() || route.body() != null) {
            return "";
        }
        return route.query().stream()
                .filter(Parameter::required)
                .findFirst()
                .map(needed -> route.path() + "?" + needed.name() + "=" + Links.encode(needed.example()))
                .orElse(route.path());
    }
}
