package org.echoppe.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of listings with what leads to the others.
 *
 * @param count the number of all of them in words
 * @param filters what is in force, each a link that takes it back
 * @param instead that something else was searched for, and what; empty otherwise
 * @param position the number of this page in words; empty when there is only one
 */
public record Goods(
        String count,
        List<Card> cards,
        List<Choice> sorts,
        List<Choice> filters,
        Facets facets,
        String instead,
        String position,
        @Nullable String previous,
        @Nullable String next) {}
