package org.echoppe.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.replicas.Listings;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.jspecify.annotations.Nullable;

/** The parameters of a program's question. Programs are told everything that is wrong, and nothing is ignored. */
final class ApiQuery {
    private static final List<String> LISTING_NAMES =
            List.of("q", "category", "merchant", "gtin", "minPrice", "maxPrice", "inStock", "sort", "size", "page");
    private static final int MOST_WORDS = 500;
    private static final int MOST_PAGE = 1_000_000;

    private final Context ctx;
    private final List<Problem> problems = new ArrayList<>();

    private ApiQuery(Context ctx) {
        this.ctx = ctx;
    }

    /** @throws Rejected with one problem for every parameter that is wrong, unknown or given twice */
    static ListingQuery listings(Context ctx, Listings listings) {
        var query = new ApiQuery(ctx);
        query.allow(LISTING_NAMES);
        var merchant = query.read("merchant", Did::new, Fault.NOT_A_DID);
        var least = query.number("minPrice", 0, org.echoppe.records.Price.MOST);
        var most = query.number("maxPrice", 0, org.echoppe.records.Price.MOST);
        var words = query.words();
        var category = query.text("category");
        var gtin = query.read("gtin", Gtin::new, Fault.NOT_A_GTIN);
        boolean inStock = query.truth("inStock");
        var sort = query.sort(words.isBlank() ? Sort.NEWEST : Sort.RELEVANCE);
        var size = query.number("size", 1, ListingQuery.LARGEST_SIZE);
        var page = query.number("page", 1, MOST_PAGE);
        query.end();
        var currency = least == null && most == null ? Money.EUR : Prices.currency(listings, merchant);
        return new ListingQuery(
                words,
                merchant,
                category,
                gtin,
                least == null ? null : new Money(least, currency),
                most == null ? null : new Money(most, currency),
                inStock,
                sort,
                page == null ? 1 : page.intValue(),
                size == null ? ListingQuery.USUAL_SIZE : size.intValue());
    }

    /** @throws Rejected when {@code q} is missing or anything else is given */
    static String typed(Context ctx) {
        var query = new ApiQuery(ctx);
        query.allow(List.of("q"));
        if (query.text("q") == null) {
            query.problems.add(Problem.of("q", Fault.REQUIRED));
        }
        String words = query.words();
        query.end();
        return words;
    }

    /**
     * Which page of a list.
     *
     * @param page from 1
     */
    record Paging(int page, int size) {}

    /** @throws Rejected when {@code page} or {@code size} is out of range, or anything else is given */
    static Paging paging(Context ctx) {
        var query = new ApiQuery(ctx);
        query.allow(List.of("size", "page"));
        var size = query.number("size", 1, ListingQuery.LARGEST_SIZE);
        var page = query.number("page", 1, MOST_PAGE);
        query.end();
        return new Paging(
                page == null ? 1 : page.intValue(), size == null ? ListingQuery.LARGEST_SIZE : size.intValue());
    }

    /** @throws Rejected when any parameter is given */
    static void nothing(Context ctx) {
        var query = new ApiQuery(ctx);
        query.allow(List.of());
        query.end();
    }

    private void allow(List<String> names) {
        ctx.queryParamMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                problems.add(Problem.of(name, Fault.UNKNOWN_FIELD, name, String.join(", ", names)));
            } else if (values.size() > 1) {
                problems.add(Problem.of(name, Fault.REPEATED, name));
            }
        });
    }

    private @Nullable String text(String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String words() {
        String words = text("q");
        if (words == null) {
            return "";
        }
        if (words.length() > MOST_WORDS) {
            problems.add(Problem.of("q", Fault.TOO_LONG, MOST_WORDS));
        }
        return words;
    }

    private <T> @Nullable T read(String name, Function<String, T> reader, Fault fault) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(name, fault, text));
            return null;
        }
    }

    private @Nullable Long number(String name, long least, long most) {
        Long number = read(name, Long::parseLong, Fault.NOT_A_NUMBER);
        if (number != null && (number < least || number > most)) {
            problems.add(Problem.of(name, Fault.OUT_OF_RANGE, least, most));
        }
        return number;
    }

    private boolean truth(String name) {
        String text = text(name);
        if (text != null && !Set.of("true", "false").contains(text)) {
            problems.add(Problem.of(name, Fault.NOT_A_CHOICE, text, "true, false"));
        }
        return "true".equals(text);
    }

    private Sort sort(Sort usual) {
        String text = text("sort");
        if (text == null) {
            return usual;
        }
        var names = new ArrayList<String>();
        for (var sort : Sort.values()) {
            if (Wanted.code(sort).equals(text.toLowerCase(Locale.ROOT))) {
                return sort;
            }
            names.add(Wanted.code(sort));
        }
        problems.add(Problem.of("sort", Fault.NOT_A_CHOICE, text, String.join(", ", names)));
        return usual;
    }

    private void end() {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
