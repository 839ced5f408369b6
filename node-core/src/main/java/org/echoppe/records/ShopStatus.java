package org.echoppe.records;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.echoppe.repo.Ipld;

/**
 * Whether the shop trades.
 *
 * @param until the day it opens again, where a closed shop knows it
 */
public record ShopStatus(State state, Optional<LocalDate> until) {
    /** A shop that is gone never comes back under its DID. */
    public enum State {
        OPEN,
        CLOSED,
        GONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(State::code).toList();
        }
    }

    public static final ShopStatus OPEN = new ShopStatus(State.OPEN, Optional.empty());

    /** How it stands on a day: a closing ends by itself on the day it names. */
    public ShopStatus on(LocalDate day) {
        return state == State.CLOSED && until.filter(open -> !open.isAfter(day)).isPresent() ? OPEN : this;
    }

    static final Schema SCHEMA =
            new Schema().required("state", Shape.choice(State.codes())).optional("until", Shape.date());

    static Optional<ShopStatus> of(Ipld.Fields fields) {
        return fields.text("state")
                .flatMap(State::of)
                .map(state -> new ShopStatus(state, Changes.parsed(fields, "until", LocalDate::parse)));
    }

    Ipld.Fields toFields() {
        var fields = Changes.with(Changes.NOTHING, "state", state.code());
        return Changes.with(fields, "until", until.map(LocalDate::toString).orElse(""));
    }
}
