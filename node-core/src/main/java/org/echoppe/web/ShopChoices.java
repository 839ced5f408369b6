package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.replicas.Found;
import org.echoppe.web.view.Choice;

/** Narrowing by when, how and how far goods are to be had. What would change nothing is not offered. */
record ShopChoices(Narrowing narrowing, Visit visit) {
    List<Choice> ready(Found found) {
        var wanted = narrowing.wanted();
        var facets = found.facets();
        var choices = new ArrayList<Choice>();
        if (wanted.inStock() || facets.inStock() > 0) {
            choices.add(narrowing.toggle(
                    visit.say("facet.stock"), facets.inStock(), wanted.inStock(), wanted.inStock(!wanted.inStock())));
        }
        if (!narrowing.isOneShop() && (wanted.open() || facets.open() > 0)) {
            choices.add(narrowing.toggle(
                    visit.say("facet.open.now"), facets.open(), wanted.open(), wanted.open(!wanted.open())));
        }
        return choices;
    }

    List<Choice> handing(Found found) {
        if (narrowing.isOneShop()) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        add(choices, Handing.PICKUP, found.facets().pickup());
        add(choices, Handing.DELIVERY, found.facets().delivered());
        return choices;
    }

    private void add(List<Choice> choices, Handing handing, int count) {
        var wanted = narrowing.wanted();
        boolean chosen = wanted.handing() == handing;
        if (chosen || count > 0) {
            choices.add(narrowing.toggle(
                    narrowing.handingLabel(handing), count, chosen, wanted.handed(chosen ? Handing.ANY : handing)));
        }
    }

    /** Each distance that leaves out something, and has something. */
    List<Choice> within(Found found) {
        var choices = new ArrayList<Choice>();
        if (narrowing.isOneShop()) {
            return choices;
        }
        var wanted = narrowing.wanted();
        int before = 0;
        for (var entry : found.facets().within().entrySet()) {
            int kilometres = entry.getKey() / 1_000;
            boolean chosen = wanted.within() == kilometres;
            if (chosen || entry.getValue() > before) {
                choices.add(narrowing.toggle(
                        visit.say("facet.within", kilometres),
                        entry.getValue(),
                        chosen,
                        wanted.within(chosen ? 0 : kilometres)));
            }
            before = entry.getValue();
        }
        return choices;
    }
}
