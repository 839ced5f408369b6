package org.echoppe.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.echoppe.node.MailSettings;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Places;
import org.echoppe.node.Surroundings;

/**
 * Three shops that know each other, each a whole node of its own, on free ports of this computer: a bakery, a bookshop and a
 * grocer, with goods of our own.
 */
public final class Street implements AutoCloseable {
    private static final List<String> SHOPS = List.of("boulangerie", "librairie", "epicerie");

    /** One open shop. */
    public record Stall(String name, Path home, Node node, Places places) {}

    private final Deque<Node> opened = new ArrayDeque<>();
    private final List<Stall> stalls = new ArrayList<>();

    private Street() {}

    /**
     * Opens the street, making what is missing of it.
     *
     * @param folder gets a home for each shop
     */
    public static Street open(Path folder, Surroundings around) {
        var street = new Street();
        try {
            for (String shop : SHOPS) {
                street.stalls.add(street.stall(shop, folder.resolve(shop), around));
            }
            street.introduce();
            return street;
        } catch (RuntimeException | Error e) {
            street.close();
            throw e;
        }
    }

    public List<Stall> stalls() {
        return List.copyOf(stalls);
    }

    private Stall stall(String name, Path home, Surroundings around) {
        var node = Node.open(onFreePorts(home), around);
        opened.push(node);
        if (!node.catalogue().shop().exists()) {
            try {
                Goods.of(name).bring(node);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Stall(name, home, node, node.start());
    }

    /** Each is told of the next, as a shopkeeper would: the rest they find out from one another. */
    private void introduce() {
        for (int i = 0; i < stalls.size(); i++) {
            var next = stalls.get((i + 1) % stalls.size());
            stalls.get(i)
                    .node()
                    .peers()
                    .add(next.places().peer(), next.node().identity().did());
        }
    }

    private static NodeConfig onFreePorts(Path home) {
        return new NodeConfig(
                home,
                InetAddress.getLoopbackAddress(),
                0,
                0,
                false,
                null,
                null,
                Set.of(),
                null,
                null,
                false,
                MailSettings.NONE,
                "");
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
