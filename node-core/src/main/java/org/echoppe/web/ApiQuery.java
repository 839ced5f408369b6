package org.echoppe.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Place;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.jspecify.annotations.Nullable;

/** A program's question, read by {@link Parameters}. Programs are told everything that is wrong, and nothing is ignored. */
final class ApiQuery {
    private final Context ctx;
    private final List<Problem> problems = new ArrayList<>();

    private ApiQuery(Context ctx) {
        this.ctx = ctx;
    }

    private ApiQuery(Context ctx, List<Parameter> allowed) {
        this(ctx);
        allow(allowed);
    }

    /**
     * What is asked, and among which shops.
     *
     * @param currency of the prices asked for and told
     * @param after where reading stopped; null for the page of the query
     */
    record Asked(
            ListingQuery query,
            Around around,
            Currency currency,
            @Nullable String after) {}

    /** @throws IllegalArgumentException when there is none of that code */
    private static Currency currency(String code) {
        return Prices.currency(code).orElseThrow(IllegalArgumentException::new);
    }

    /** @throws Rejected with one problem for every parameter that is wrong, unknown or given twice */
    static Asked listings(Context ctx, Listings listings) {
        var query = new ApiQuery(ctx, Parameters.LISTINGS);
        var merchant = query.read(Parameters.MERCHANT, Did::new, Fault.NOT_A_DID);
        var asked = query.read(Parameters.CURRENCY, ApiQuery::currency, Fault.NOT_A_CURRENCY);
        var least = query.number(Parameters.MIN_PRICE);
        var most = query.number(Parameters.MAX_PRICE);
        var words = query.text(Parameters.Q);
        var category = query.text(Parameters.CATEGORY);
        var gtin = query.read(Parameters.GTIN, Gtin::new, Fault.NOT_A_GTIN);
        boolean inStock = query.truth(Parameters.IN_STOCK);
        var sort = query.sort(words.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE);
        var size = query.number(Parameters.SIZE);
        var page = query.number(Parameters.PAGE);
        String after = query.after(page);
        var around = query.around(listings, sort);
        query.end();
        var currency = Prices.currency(listings, asked, merchant);
        var question = new ListingQuery(
                words,
                merchant,
                category.isEmpty() ? null : category,
                gtin,
                null,
                least == null ? null : new Money(least, currency),
                most == null ? null : new Money(most, currency),
                currency,
                inStock,
                false,
                sort,
                page == null ? 1 : page.intValue(),
                size == null ? ListingQuery.USUAL_SIZE : size.intValue());
        return new Asked(question, around, currency, after);
    }

    private Around around(Listings listings, Sort sort) {
        var place = place(listings);
        var within = number(Parameters.WITHIN);
        var handing = choice(Parameters.GET, Handing.values(), Handing.ANY);
        boolean placeNeeded = within != null || handing == Handing.DELIVERY || sort == Sort.DISTANCE;
        if (placeNeeded && given(Parameters.NEAR) == null) {
            problems.add(Problem.of(Parameters.NEAR.name(), Fault.REQUIRED));
        }
        int metres = within == null ? 0 : Math.toIntExact(within * 1_000);
        return new Around(place, metres, truth(Parameters.OPEN_NOW), handing);
    }

    private @Nullable Place place(Listings listings) {
        String text = given(Parameters.NEAR);
        if (text == null) {
            return null;
        }
        var place = listings.place(text).filter(Place::isKnown);
        if (place.isEmpty()) {
            problems.add(Problem.of(Parameters.NEAR.name(), Fault.NOT_A_POSITION, text));
        }
        return place.orElse(null);
    }

    /**
     * What was typed so far.
     *
     * @param merchant whose goods alone are meant; null for everybody's
     */
    record Typed(String words, @Nullable Did merchant) {}

    /** @throws Rejected when {@code q} is missing, the merchant is none, or anything else is given */
    static Typed typed(Context ctx) {
        var query = new ApiQuery(ctx, Parameters.SUGGEST);
        String words = query.text(Parameters.TYPED);
        var merchant = query.read(Parameters.MERCHANT, Did::new, Fault.NOT_A_DID);
        query.end();
        return new Typed(words, merchant);
    }

    /**
     * Which page of a list.
     *
     * @param page from 1
     * @param after where reading stopped, instead of the page; null when it is the page
     */
    record Paging(int page, int size, @Nullable String after) {}

    /** @throws Rejected when {@code page} or {@code size} is out of range, or anything else is given */
    static Paging paging(Context ctx) {
        var query = new ApiQuery(ctx, Parameters.PAGING);
        var size = query.number(Parameters.SIZE);
        var page = query.number(Parameters.PAGE);
        String after = query.after(page);
        query.end();
        return new Paging(
                page == null ? 1 : page.intValue(), size == null ? ListingQuery.LARGEST_SIZE : size.intValue(), after);
    }

    /** One reads on from a page or from a bookmark. */
    private @Nullable String after(@Nullable Long page) {
        String after = text(Parameters.AFTER);
        if (!after.isEmpty() && page != null) {
            problems.add(Problem.of(Parameters.PAGE.name(), Fault.REPEATED, Parameters.PAGE.name()));
        }
        return after.isEmpty() ? null : after;
    }

    /** @throws Rejected for a bookmark that the answer does not take */
    static <T> T following(@Nullable String after, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException e) {
            if (after == null) {
                throw e;
            }
            throw new Rejected(List.of(Problem.of(Parameters.AFTER.name(), Fault.NOT_A_BOOKMARK)));
        }
    }

    /** @throws Rejected when it is too long, or anything else is given */
    static String postalCode(Context ctx) {
        var query = new ApiQuery(ctx, Parameters.HANDOVER);
        String code = query.text(Parameters.POSTAL_CODE);
        query.end();
        return code;
    }

    /** @throws Rejected when anything but {@code fields} is given */
    static void one(Context ctx) {
        new ApiQuery(ctx, Parameters.ONE).end();
    }

    /**
     * Which fields of the answer are wanted.
     *
     * @param known all that it has
     * @throws Rejected when another is asked for
     */
    static FieldChoice fields(Context ctx, List<String> known) {
        var query = new ApiQuery(ctx);
        String text = query.text(Parameters.FIELDS);
        var paths = text.isEmpty()
                ? List.<String>of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        for (var path : paths) {
            String name = path.split("\\.", -1)[0];
            if (!known.isEmpty() && !known.contains(name)) {
                query.problems.add(
                        Problem.of(Parameters.FIELDS.name(), Fault.NOT_A_CHOICE, name, String.join(", ", known)));
            }
        }
        query.end();
        return known.isEmpty() ? FieldChoice.ALL : new FieldChoice(paths);
    }

    private void allow(List<Parameter> allowed) {
        var names = allowed.stream().map(Parameter::name).toList();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                problems.add(Problem.of(name, Fault.UNKNOWN_FIELD, name, String.join(", ", names)));
            } else if (values.size() > 1) {
                problems.add(Problem.of(name, Fault.REPEATED, name));
            } else if (values.isEmpty()) {
                // no text at all: a percent sign that begins nothing
                problems.add(Problem.of(name, Fault.NOT_TEXT, name));
            }
        });
        allowed.stream()
                .filter(Parameter::required)
                .filter(parameter -> given(parameter) == null)
                .forEach(parameter -> problems.add(Problem.of(parameter.name(), Fault.REQUIRED)));
    }

    private @Nullable String given(Parameter parameter) {
        String value = ctx.queryParam(parameter.name());
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Empty when it is not given. */
    private String text(Parameter parameter) {
        String text = given(parameter);
        if (text != null && text.length() > parameter.atMost()) {
            problems.add(Problem.of(parameter.name(), Fault.TOO_LONG, parameter.atMost()));
        }
        return text == null ? "" : text;
    }

    private <T> @Nullable T read(Parameter parameter, Function<String, T> reader, Fault fault) {
        String text = given(parameter);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(parameter.name(), fault, text));
            return null;
        }
    }

    private @Nullable Long number(Parameter parameter) {
        Long number = read(parameter, Long::parseLong, Fault.NOT_A_NUMBER);
        if (number != null && (number < parameter.atLeast() || number > parameter.atMost())) {
            problems.add(Problem.of(parameter.name(), Fault.OUT_OF_RANGE, parameter.atLeast(), parameter.atMost()));
            return null;
        }
        return number;
    }

    private boolean truth(Parameter parameter) {
        String text = given(parameter);
        if (text != null && !Set.of("true", "false").contains(text)) {
            problems.add(Problem.of(parameter.name(), Fault.NOT_A_CHOICE, text, "true, false"));
        }
        return "true".equals(text);
    }

    private Sort sort(Sort usual) {
        return choice(Parameters.SORT, Sort.values(), usual);
    }

    private <E extends Enum<E>> E choice(Parameter parameter, E[] values, E usual) {
        String text = given(parameter);
        if (text == null) {
            return usual;
        }
        for (var value : values) {
            String code = Wanted.code(value);
            if (code.equals(text.toLowerCase(Locale.ROOT))
                    && parameter.choices().contains(code)) {
                return value;
            }
        }
        problems.add(Problem.of(parameter.name(), Fault.NOT_A_CHOICE, text, String.join(", ", parameter.choices())));
        return usual;
    }

    private void end() {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
