package org.echoppe.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an order stands, and where it may go next (PROTOCOL §5). */
public enum OrderState {
    /** In the shop's journal; nothing is set aside. */
    RECEIVED,
    /** Something no longer holds; the shopper has to agree. */
    CHANGED,
    /** A contract: the goods are set aside. */
    ACCEPTED,
    DECLINED,
    /** Waits at the shop. */
    READY,
    /** On its way. */
    SHIPPED,
    /** Handed over. */
    COMPLETED,
    CANCELLED,
    /** The shopper made use of the right to change one's mind. */
    WITHDRAWN,
    /** What was paid is given back. */
    REFUNDED;

    /** Who moves an order. */
    public enum Party {
        SHOP,
        SHOPPER
    }

    private static final Map<String, OrderState> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(OrderState::code, state -> state));

    /** As it is written in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so; empty when none is. */
    public static Optional<OrderState> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether this party may move an order from here to there. Staying is no move. */
    public boolean mayBecome(OrderState next, Party by) {
        return switch (by) {
            case SHOP -> byShop().contains(next);
            case SHOPPER -> byShopper().contains(next);
        };
    }

    private Set<OrderState> byShop() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(ACCEPTED, DECLINED, CHANGED);
            case CHANGED -> EnumSet.of(DECLINED);
            case ACCEPTED -> EnumSet.of(READY, SHIPPED, COMPLETED, CANCELLED);
            case READY -> EnumSet.of(SHIPPED, COMPLETED, CANCELLED);
            case SHIPPED -> EnumSet.of(COMPLETED, CANCELLED);
            // a broken jar is paid back without anybody changing their mind
            case COMPLETED, DECLINED, CANCELLED, WITHDRAWN -> EnumSet.of(REFUNDED);
            case REFUNDED -> EnumSet.noneOf(OrderState.class);
        };
    }

    private Set<OrderState> byShopper() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(CANCELLED);
            case CHANGED -> EnumSet.of(RECEIVED, CANCELLED);
            // from acceptance on there is a contract: out of it leads the right of withdrawal, where the goods allow it
            case ACCEPTED, READY, SHIPPED, COMPLETED -> EnumSet.of(WITHDRAWN);
            case DECLINED, CANCELLED, WITHDRAWN, REFUNDED -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Whether there is a contract that stands: goods are owed for money, or were handed over for it. */
    public boolean stands() {
        return switch (this) {
            case ACCEPTED, READY, SHIPPED, COMPLETED -> true;
            case RECEIVED, CHANGED, DECLINED, CANCELLED, WITHDRAWN, REFUNDED -> false;
        };
    }

    /** Whether the goods of such an order are set aside and still in the shop. */
    public boolean holdsStock() {
        return switch (this) {
            case ACCEPTED, READY -> true;
            case RECEIVED, CHANGED, DECLINED, SHIPPED, COMPLETED, CANCELLED, WITHDRAWN, REFUNDED -> false;
        };
    }
}
