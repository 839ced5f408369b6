package org.echoppe.node.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.orders.desk.HandingOver;
import org.echoppe.orders.desk.ShopOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echoppe order}: the shop's orders, each named by its reference, its id or the number of its invoice. */
@Command(
        name = "order",
        subcommands = {
            OrderCommands.ListThem.class,
            OrderCommands.Show.class,
            OrderCommands.Accept.class,
            OrderCommands.Decline.class,
            OrderCommands.Ready.class,
            OrderCommands.Ship.class,
            OrderCommands.Complete.class,
            OrderCommands.Paid.class,
            OrderCommands.WriteOff.class,
            OrderCommands.Cancel.class,
            OrderCommands.Refund.class,
            OrderCommands.Say.class,
            OrderPaperCommands.SlipOf.class,
            OrderPaperCommands.InvoiceOf.class,
            OrderPersonCommands.Export.class,
            OrderPersonCommands.Erase.class
        })
final class OrderCommands {
    private static final Set<OrderState> OPEN = EnumSet.of(
            OrderState.RECEIVED, OrderState.CHANGED, OrderState.ACCEPTED, OrderState.READY, OrderState.SHIPPED);

    private OrderCommands() {}

    /** A command on one order. */
    abstract static class OnOne extends NodeCommand {
        @Parameters(index = "0", paramLabel = "ORDER", descriptionKey = "order.named")
        String named = "";

        /** @return the exit code */
        abstract int on(ShopOrder order, Node node, Session session);

        @Override
        final int run(Node node, Session session) {
            var order = node.orders().named(named).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, named));
            return on(order, node, session);
        }
    }

    /** One that moves it along, and says where it stands then. */
    abstract static class Move extends OnOne {
        abstract void move(OrderId id, Node node);

        @Override
        final int on(ShopOrder order, Node node, Session session) {
            move(order.id(), node);
            var now = node.orders().find(order.id()).orElseThrow();
            if (session.json()) {
                session.answer(OrderView.json(now));
            } else {
                session.say("order.stands", now.reference(), OrderView.state(now, session));
            }
            return Exit.DONE;
        }
    }

    /** {@code order list}. */
    @Command(name = "list")
    static final class ListThem extends NodeCommand {
        @Option(names = "--state", paramLabel = "…")
        @Nullable
        String state;

        @Option(names = "--all")
        boolean all;

        @Option(names = "--count", paramLabel = "N", defaultValue = "50")
        int count = 50;

        @Override
        int run(Node node, Session session) {
            var orders = orders(node).stream().limit(Math.max(count, 1)).toList();
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("orders", orders.stream().map(OrderView::json).toList());
                session.answer(answer);
                return Exit.DONE;
            }
            var table = new Table();
            orders.forEach(order -> table.row(OrderView.cells(node, order, session)));
            table.print(session.output());
            if (orders.isEmpty()) {
                session.say("order.none");
            }
            return Exit.DONE;
        }

        private List<ShopOrder> orders(Node node) {
            if (state != null) {
                return node.orders().in(List.of(state(state)));
            }
            if (all) {
                return node.orders().newest(Math.max(count, 1));
            }
            var open = new ArrayList<>(node.orders().in(OPEN));
            // over, but for the money that goes back or is still to come
            Stream.concat(node.orders().owing().stream(), node.orders().awaiting().stream())
                    .filter(order -> !OPEN.contains(order.state()))
                    .forEach(open::add);
            return open;
        }

        private static OrderState state(String text) {
            try {
                return OrderState.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                var codes = new ArrayList<String>();
                for (var one : OrderState.values()) {
                    codes.add(one.code());
                }
                throw new Rejected(List.of(Problem.of("--state", Fault.NOT_A_CHOICE, text, String.join(", ", codes))));
            }
        }
    }

    /** {@code order show ORDER}. */
    @Command(name = "show")
    static final class Show extends OnOne {
        @Override
        int on(ShopOrder order, Node node, Session session) {
            OrderView.show(node, order, session);
            return Exit.DONE;
        }
    }

    /** {@code order accept ORDER}. */
    @Command(name = "accept")
    static final class Accept extends Move {
        @Option(names = "--pieces", paramLabel = "N,N…", split = ",")
        List<Long> pieces = List.of();

        @Option(names = "--message", paramLabel = "…")
        String message = "";

        @Override
        void move(OrderId id, Node node) {
            int lines = node.orders().find(id).orElseThrow().lines().size();
            if (!pieces.isEmpty() && pieces.size() != lines) {
                throw new Rejected(List.of(Problem.of("--pieces", Fault.ORDER_LINES, lines)));
            }
            node.orders().accept(id, pieces, message);
        }
    }

    /** {@code order decline ORDER}. */
    @Command(name = "decline")
    static final class Decline extends Move {
        @Option(names = "--reason", paramLabel = "…", required = true)
        String reason = "";

        @Override
        void move(OrderId id, Node node) {
            node.orders().decline(id, reason);
        }
    }

    /** {@code order ready ORDER}. */
    @Command(name = "ready")
    static final class Ready extends Move {
        @Override
        void move(OrderId id, Node node) {
            node.orders().ready(id);
        }
    }

    /** {@code order ship ORDER}. */
    @Command(name = "ship")
    static final class Ship extends Move {
        @Override
        void move(OrderId id, Node node) {
            node.orders().ship(id);
        }
    }

    /** {@code order complete ORDER}. */
    @Command(name = "complete")
    static final class Complete extends Move {
        @Option(names = "--unpaid")
        boolean unpaid;

        @Override
        void move(OrderId id, Node node) {
            node.orders().complete(id, new HandingOver(!unpaid, Optional.empty()));
        }
    }

    /** {@code order paid ORDER}. */
    @Command(name = "paid")
    static final class Paid extends Move {
        @Override
        void move(OrderId id, Node node) {
            node.orders().paid(id);
        }
    }

    /** {@code order write-off ORDER}: the transfer will not come; {@code --undo} waits for it again. */
    @Command(name = "write-off")
    static final class WriteOff extends Move {
        @Option(names = "--undo")
        boolean undo;

        @Override
        void move(OrderId id, Node node) {
            if (undo) {
                node.orders().awaitAgain(id);
            } else {
                node.orders().writeOff(id);
            }
        }
    }

    /** {@code order cancel ORDER}. */
    @Command(name = "cancel")
    static final class Cancel extends Move {
        @Option(names = "--reason", paramLabel = "…", required = true)
        String reason = "";

        @Option(names = "--refunded")
        boolean refunded;

        @Override
        void move(OrderId id, Node node) {
            node.orders().cancel(id, reason, refunded);
        }
    }

    /** {@code order refund ORDER}: what is owed, or lines that the shop takes back of its own accord. */
    @Command(name = "refund")
    static final class Refund extends Move {
        @Option(names = "--lines", paramLabel = "N,N…", split = ",")
        List<Integer> lines = List.of();

        @Option(names = "--reason", paramLabel = "…")
        String reason = "";

        @Override
        void move(OrderId id, Node node) {
            if (lines.isEmpty()) {
                node.orders().refund(id, reason);
            } else {
                node.orders()
                        .takeBackLines(id, lines.stream().map(line -> line - 1).toList(), reason);
            }
        }
    }

    /** {@code order say ORDER WORDS}. */
    @Command(name = "say")
    static final class Say extends Move {
        @Parameters(index = "1", paramLabel = "WORDS", descriptionKey = "order.words")
        String words = "";

        @Override
        void move(OrderId id, Node node) {
            node.orders().say(id, words);
        }
    }
}
