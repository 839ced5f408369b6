package org.echoppe.orders.wire;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.identity.BadEnvelope;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who ordered, as they call themselves, and how the shop reaches them: at least one of phone and e-mail.
 *
 * @param phone empty where there is none
 * @param email empty where there is none
 */
public record Contact(String name, String phone, String email) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\u00a0\\u202f/-]{4,40}");
    private static final int SUBSCRIBER = 9;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    static Contact read(Form form) throws BadEnvelope {
        var contact = new Contact(form.line("name", 100), form.lineOrNone("phone", 40), form.lineOrNone("email", 200));
        if (!contact.phone.isEmpty() && !PHONE.matcher(contact.phone).matches()) {
            throw form.wrong("phone");
        }
        if (!contact.email.isEmpty() && !EMAIL.matcher(contact.email).matches()) {
            throw form.wrong("email");
        }
        if (contact.phone.isEmpty() && contact.email.isEmpty()) {
            throw form.wrong("phone");
        }
        return contact;
    }

    /** By what it is told from others: the same telephone and the same e-mail are the same marks, however they are written. */
    public Set<String> marks() {
        var marks = new HashSet<String>();
        if (!digits(phone).isEmpty()) {
            marks.add(digits(phone));
        }
        if (!email.isEmpty()) {
            marks.add(email.toLowerCase(Locale.ROOT));
        }
        return marks;
    }

    /** The last nine: +33 6 12 34 56 78 and 06 12 34 56 78 are one telephone. */
    private static String digits(String phone) {
        var all = phone.replaceAll("[^0-9]", "");
        return all.substring(Math.max(0, all.length() - SUBSCRIBER));
    }

    void write(ObjectNode json) {
        json.put("name", name);
        if (!phone.isEmpty()) {
            json.put("phone", phone);
        }
        if (!email.isEmpty()) {
            json.put("email", email);
        }
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "Contact";
    }
}
