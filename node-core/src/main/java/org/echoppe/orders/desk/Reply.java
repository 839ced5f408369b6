package org.echoppe.orders.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Pricing;
import org.echoppe.orders.documents.EpcCode;
import org.echoppe.orders.rules.Refund;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.BankTransfer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the shopper is told beside where the order stands (PROTOCOL §5, the reply).
 *
 * @param changes why it is changed
 * @param reason of the shop for declining or cancelling; empty for none
 * @param message from the shop; empty for none
 * @param automatic what the program says by itself; empty for nothing
 * @param transfer the shop's account; told where something is to be paid to it
 * @param withdrawn what the shopper withdrew from
 * @param refund what is owed back
 * @param withdrawUntil the last instant to withdraw
 */
record Reply(
        List<Change> changes,
        String reason,
        String message,
        String automatic,
        Optional<BankTransfer> transfer,
        Optional<Withdrawn> withdrawn,
        Optional<Refund> refund,
        Optional<Instant> withdrawUntil) {
    private static final JsonMapper JSON = new JsonMapper();

    static final Reply PLAIN =
            new Reply(List.of(), "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The dated acknowledgement of a withdrawal.
     *
     * @param lines that the shopper withdrew from, from 0
     * @param refused lines that the law lets nobody withdraw from, and why
     */
    record Withdrawn(List<Integer> lines, Map<Integer, String> refused) {}

    static Reply changed(List<Change> changes) {
        return changed(changes, "");
    }

    /** @param message from the shop; empty for none */
    static Reply changed(List<Change> changes, String message) {
        return new Reply(
                changes, "", message, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reply because(String reason) {
        return new Reply(
                List.of(), reason, "", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reply saying(String message) {
        return new Reply(
                List.of(), "", message, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the program says by itself, in the shopper's language. */
    static Reply automatic(Fault fault, Language language) {
        return PLAIN.adding(fault.sentence(language));
    }

    private Reply adding(String sentence) {
        return new Reply(changes, reason, message, sentence, transfer, withdrawn, refund, withdrawUntil);
    }

    /** The same without what somebody wrote. */
    Reply wordless() {
        return new Reply(changes, "", "", automatic, transfer, withdrawn, refund, withdrawUntil);
    }

    Reply with(Optional<BankTransfer> account) {
        return new Reply(changes, reason, message, automatic, account, withdrawn, refund, withdrawUntil);
    }

    Reply until(Instant last) {
        return new Reply(changes, reason, message, automatic, transfer, withdrawn, refund, Optional.of(last));
    }

    Reply with(Withdrawn lines, Refund owed) {
        return new Reply(
                changes, reason, message, automatic, transfer, Optional.of(lines), Optional.of(owed), withdrawUntil);
    }

    Reply owing(Refund owed) {
        return new Reply(changes, reason, message, automatic, transfer, withdrawn, Optional.of(owed), withdrawUntil);
    }

    String json(ShopOrder order, OrderState state, long number, Instant at) {
        var json = JSON.createObjectNode();
        json.put("v", 1)
                .put("order", order.row().id())
                .put("number", number)
                .put("reply", order.replyKey().thumbprint().value())
                .put("at", at.toString())
                .put("state", state.code())
                .put("cancelAsked", order.askedToCancel())
                .put("reference", order.reference())
                .put("currency", order.currency().getCurrencyCode());
        lines(json, order);
        amounts(json, order);
        changes(json);
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        if (!message.isEmpty() || !automatic.isEmpty()) {
            json.put("message", message.isEmpty() ? automatic : message);
        }
        if (order.owesTransfer()) {
            transfer.ifPresent(account -> transfer(json, account, order));
        } else if (order.payment() == Payment.TRANSFER && state.stands()) {
            // what was told before is not to be paid any more
            json.putNull("transfer");
        }
        withdrawUntil.ifPresent(until -> json.put("withdrawUntil", until.toString()));
        withdrawn.ifPresent(one -> withdrawn(json, one, at));
        refund.ifPresent(owed -> json.putObject("refund")
                .put("amount", owed.total())
                .put("fee", owed.fee())
                .put("at", at.toString()));
        documents(json, order);
        return json.toString();
    }

    private static void documents(ObjectNode json, ShopOrder order) {
        if (order.invoice().isEmpty()) {
            return;
        }
        var documents = json.putArray("documents");
        documents
                .addObject()
                .put("kind", "invoice")
                .put("number", order.invoice().get());
        order.creditNotes()
                .forEach(number ->
                        documents.addObject().put("kind", "creditNote").put("number", number));
    }

    private static void lines(ObjectNode json, ShopOrder order) {
        var lines = json.putArray("lines");
        for (var line : order.orderedLines()) {
            var one = lines.addObject();
            one.put("rkey", line.product().value())
                    .put("name", line.name())
                    .put("quantity", line.quantity())
                    .put("accepted", line.accepted())
                    .put("unitPrice", line.unitPrice())
                    .put("total", line.total());
            if (!line.variant().isEmpty()) {
                one.put("variant", line.variant());
            }
            line.measure()
                    .ifPresent(measure -> one.putObject("loose")
                            .put("quantity", measure.quantity())
                            .put("unit", measure.unit().code()));
            line.vatRate().ifPresent(rate -> one.put("vatRate", rate));
            line.withdrawal().filter(rule -> !rule.allowed()).ifPresent(rule -> one.put("final", rule.reason()));
        }
    }

    private static void amounts(ObjectNode json, ShopOrder order) {
        json.put("fee", order.fee())
                .put("total", order.total().minorUnits())
                .put("due", order.due().minorUnits())
                .put("paid", order.paid());
        var vat = json.putArray("vat");
        for (var rate : pricing(order).vat()) {
            vat.addObject().put("rate", rate.rate()).put("net", rate.net()).put("tax", rate.tax());
        }
    }

    /** What an order comes to as it stands. */
    static Pricing pricing(ShopOrder order) {
        return Pricing.of(
                order.lines().stream()
                        .filter(line -> line.accepted() > 0)
                        .map(line -> new PricedLine(
                                new Money(line.unitPrice(), order.currency()), line.total(), line.vatRate(), false))
                        .toList(),
                order.fee());
    }

    private void changes(ObjectNode json) {
        if (changes.isEmpty()) {
            return;
        }
        var list = json.putArray("changes");
        for (var change : changes) {
            var one = list.addObject().put("what", change.what().code());
            if (change.line() != Change.WHOLE) {
                one.put("line", change.line());
            }
            if (!change.was().isEmpty()) {
                one.put("was", change.was());
            }
            if (!change.now().isEmpty()) {
                one.put("now", change.now());
            }
        }
    }

    private static void transfer(ObjectNode json, BankTransfer account, ShopOrder order) {
        var to = json.putObject("transfer");
        to.put("holder", account.holder())
                .put("iban", account.iban())
                .put("amount", order.due().minorUnits())
                .put("reference", order.reference());
        if (!account.bic().isEmpty()) {
            to.put("bic", account.bic());
        }
        code(account, order).ifPresent(code -> to.put("epc", code.text()));
    }

    /** What no code can say (another currency, nothing to pay) is still told in words. */
    private static Optional<EpcCode> code(BankTransfer account, ShopOrder order) {
        return EpcCode.to(account, order.due(), order.reference());
    }

    private static void withdrawn(ObjectNode json, Withdrawn withdrawn, Instant at) {
        var one = json.putObject("withdrawal").put("at", at.toString());
        var lines = one.putArray("lines");
        withdrawn.lines().forEach(line -> lines.add(line.intValue()));
        var refused = one.putArray("refused");
        withdrawn
                .refused()
                .forEach((line, why) -> refused.addObject().put("line", line).put("reason", why));
    }
}
