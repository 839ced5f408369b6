package org.echoppe.repo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.echoppe.domain.Cid;

/**
 * What leads from one tree to another.
 *
 * @param keys every key that differs, with its record now; empty when it is gone
 * @param addedNodes blocks of nodes that only the newer tree has
 * @param removedNodes nodes that only the older one had
 */
public record TreeChange(SortedMap<String, Optional<Cid>> keys, List<Block> addedNodes, Set<Cid> removedNodes) {}
