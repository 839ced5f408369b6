package org.echoppe.catalogue;

import java.util.Optional;
import org.echoppe.domain.RecordKey;

/**
 * Pieces that come or go.
 *
 * @param variant key of the kind that moves, where kinds are counted; empty for the product itself
 * @param pieces below zero for those that go
 */
public record StockMove(RecordKey product, Optional<String> variant, long pieces) {}
