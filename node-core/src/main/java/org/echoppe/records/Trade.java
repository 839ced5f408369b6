package org.echoppe.records;

/** How a shop hands over and is paid: the schemas of the profile's {@code fulfilment} and {@code payments}. */
final class Trade {
    private static final Shape ETHEREUM_ADDRESS = Shape.line(42);

    private static final Schema CHAIN = new Schema()
            .required("chainId", Shape.integer(1, Long.MAX_VALUE))
            .required("registry", ETHEREUM_ADDRESS)
            .required("escrow", ETHEREUM_ADDRESS)
            .required("payout", ETHEREUM_ADDRESS)
            .optional("tokens", Shape.list(20, ETHEREUM_ADDRESS));

    static final Schema FULFILMENT =
            new Schema().optional("pickup", Pickup.SCHEMA).optional("delivery", Shape.list(50, DeliveryZone.SCHEMA));

    static final Schema PAYMENTS = new Schema()
            .optional("inShop", Shape.list(20, Shape.line(40)))
            .optional("transfer", BankTransfer.SCHEMA)
            .optional("ethereum", Shape.list(10, CHAIN));

    private Trade() {}
}
