package org.echoppe.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.echoppe.peers.Endpoint;

/** Lines between nodes in one process: they can be cut, and lose calls when the seed says so. */
final class SimulatedNetwork {
    private final Map<String, SimulatedNode> nodes = new TreeMap<>();
    private final Set<Set<String>> cut = new HashSet<>();
    private final Random random;
    private double loss;
    /** What happened, in order: the same for the same seed. */
    final List<String> trace = new ArrayList<>();

    SimulatedNetwork(Random random) {
        this.random = random;
    }

    void add(SimulatedNode node) {
        nodes.put(node.endpoint().host(), node);
    }

    void loses(double share) {
        loss = share;
    }

    void cut(SimulatedNode one, SimulatedNode other) {
        cut.add(Set.of(one.endpoint().host(), other.endpoint().host()));
    }

    void heal() {
        cut.clear();
        loss = 0;
    }

    /** Who answers there when this node calls; null when the line is dead. */
    @org.jspecify.annotations.Nullable
    SimulatedNode reach(SimulatedNode from, Endpoint to) {
        var node = nodes.get(to.host());
        boolean lost = loss > 0 && random.nextDouble() < loss;
        return lost || cut.contains(Set.of(from.endpoint().host(), to.host())) ? null : node;
    }
}
