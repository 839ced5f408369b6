package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.domain.OrderState.ACCEPTED;
import static org.echoppe.domain.OrderState.CANCELLED;
import static org.echoppe.domain.OrderState.CHANGED;
import static org.echoppe.domain.OrderState.COMPLETED;
import static org.echoppe.domain.OrderState.DECLINED;
import static org.echoppe.domain.OrderState.RECEIVED;
import static org.echoppe.domain.OrderState.REFUNDED;
import static org.echoppe.domain.OrderState.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import org.echoppe.domain.OrderState.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {
    @Test
    void onlyTheShopAccepts() {
        assertThat(RECEIVED.mayBecome(ACCEPTED, Party.SHOP)).isTrue();
        for (var state : OrderState.values()) {
            assertThat(state.mayBecome(ACCEPTED, Party.SHOPPER))
                    .as(state.name())
                    .isFalse();
        }
    }

    @Test
    void aChangedOrderIsNotAcceptedBeforeTheShopperAgrees() {
        assertThat(CHANGED.mayBecome(ACCEPTED, Party.SHOP)).isFalse();
        assertThat(CHANGED.mayBecome(RECEIVED, Party.SHOPPER)).isTrue();
        assertThat(CHANGED.mayBecome(RECEIVED, Party.SHOP)).isFalse();
    }

    @Test
    void theShopperCancelsUntilThereIsAContractAndWithdrawsFromThenOn() {
        assertThat(movesOf(CANCELLED)).containsExactlyInAnyOrder(RECEIVED, CHANGED);
        assertThat(movesOf(WITHDRAWN))
                .containsExactlyInAnyOrder(ACCEPTED, OrderState.READY, OrderState.SHIPPED, COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "CANCELLED", "WITHDRAWN", "REFUNDED"})
    void whatIsOverIsOnlyPaidBack(OrderState over) {
        for (var next : OrderState.values()) {
            assertThat(over.mayBecome(next, Party.SHOPPER)).isFalse();
            assertThat(over.mayBecome(next, Party.SHOP)).isEqualTo(next == REFUNDED && over != REFUNDED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stayingIsNoMove(OrderState state) {
        for (var party : Party.values()) {
            assertThat(state.mayBecome(state, party)).isFalse();
        }
    }

    @Test
    void everyStateIsReachedFromTheFirst() {
        var reached = EnumSet.of(RECEIVED);
        for (int step = 0; step < OrderState.values().length; step++) {
            for (var state : EnumSet.copyOf(reached)) {
                Arrays.stream(OrderState.values())
                        .filter(next -> state.mayBecome(next, Party.SHOP) || state.mayBecome(next, Party.SHOPPER))
                        .forEach(reached::add);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
        assertThat(DECLINED.code()).isEqualTo("declined");
    }

    private static EnumSet<OrderState> movesOf(OrderState next) {
        var from = EnumSet.noneOf(OrderState.class);
        for (var state : OrderState.values()) {
            if (state.mayBecome(next, Party.SHOPPER)) {
                from.add(state);
            }
        }
        return from;
    }
}
