package org.echoppe.web;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.echoppe.replicas.Absence;

/**
 * There is no such page, and why. A shop that was not heard for too long is 404, not 410: search engines are to come back, since
 * it may.
 */
final class Absent extends HttpResponseException {
    private static final long serialVersionUID = 1;

    private final transient Absence why;

    Absent(Absence why) {
        super(
                switch (why) {
                    case Absence.Denied denied -> denied.status();
                    case Absence.Unknown _, Absence.Silent _ -> HttpStatus.NOT_FOUND.getCode();
                });
        this.why = why;
    }

    Absence why() {
        return why;
    }
}
