package org.echoppe.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.today.TodayDesk;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.echoppe.node.cli.RunningNode;
import org.jspecify.annotations.Nullable;

/** The node inside this program. It is opened anew when the shopkeeper changes who may see it. */
final class RunningShop implements OpenShop {
    private final Path home;
    private final Map<String, String> options;
    private final Surroundings around;
    private final Runnable showWindow;
    private final OpenedPapers papers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Questions share it; opening and closing exclude them. */
    private final ReentrantReadWriteLock turn = new ReentrantReadWriteLock();

    private @Nullable RunningNode running;

    private RunningShop(Path home, Map<String, String> options, Surroundings around, Runnable showWindow) {
        this.home = home;
        this.papers = new OpenedPapers(home);
        this.options = options;
        this.around = around;
        this.showWindow = showWindow;
    }

    /**
     * Opens the node of a home and starts it. Takes its time.
     *
     * @param options for the node, by key without dashes
     * @param showWindow what a second start on this home asks for
     * @throws Rejected what {@link Node#open} and {@link Node#start} refuse
     */
    static RunningShop open(Path home, Map<String, String> options, Surroundings around, Runnable showWindow) {
        var shop = new RunningShop(home, options, around, showWindow);
        shop.reopen();
        shop.papers.clear();
        return shop;
    }

    private void reopen() {
        turn.writeLock().lock();
        try {
            shut();
            var started = started(options);
            follow(started.node());
            running = started;
        } finally {
            turn.writeLock().unlock();
        }
    }

    private void shut() {
        var before = running;
        running = null;
        if (before != null) {
            before.close();
        }
    }

    private RunningNode started(Map<String, String> wanted) {
        try {
            return RunningNode.start(NodeConfig.load(home, around.environment(), wanted), around, showWindow);
        } catch (Rejected e) {
            if (isTaken(e) && !wanted.containsKey("peer-port")) {
                return started(onFreePorts(wanted));
            }
            throw e;
        }
    }

    private static boolean isTaken(Rejected rejected) {
        return rejected.problems().stream().anyMatch(problem -> problem.fault() == Fault.PORT_TAKEN);
    }

    /** Another program on the usual port must not keep a baker from opening; peers are told the new one. */
    private static Map<String, String> onFreePorts(Map<String, String> wanted) {
        var free = new HashMap<>(wanted);
        free.putIfAbsent("web-port", "0");
        free.put("peer-port", "0");
        return Map.copyOf(free);
    }

    private void follow(Node opened) {
        opened.catalogue().onChange(this::tell);
        opened.catalogue().shop().onChange(this::tell);
        opened.publisher().onCommit(commit -> tell());
        opened.orders().onChange(order -> tell());
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Asks the node, which stays open meanwhile. */
    <T> T ask(Function<Node, T> question) {
        turn.readLock().lock();
        try {
            if (running == null) {
                throw Rejected.because(Fault.SHOP_NOT_OPEN);
            }
            return question.apply(running.node());
        } finally {
            turn.readLock().unlock();
        }
    }

    OpenedPapers papers() {
        return papers;
    }

    Path home() {
        return home;
    }

    /** Whether other computers may reach it, from now on. Opens the node anew. */
    void show(boolean visible) {
        new ConfigFile(home).visible(visible);
        reopen();
        tell();
    }

    /** Changes lines of the configuration file, and opens the node anew. */
    void configure(Map<String, String> values) {
        new ConfigFile(home).set(values);
        reopen();
        tell();
    }

    /** As configured: the node may run on other ports while another program holds these. */
    NodeConfig chosen() {
        return NodeConfig.load(home, around.environment(), options);
    }

    boolean isVisible() {
        return ask(open -> !open.config().bind().isLoopbackAddress());
    }

    @Override
    public boolean hasShop() {
        return ask(open -> open.catalogue().shop().exists());
    }

    @Override
    public WelcomeDesk welcome() {
        return new NodeWelcome(this);
    }

    @Override
    public TodayDesk today() {
        return new NodeToday(this);
    }

    @Override
    public ProductDesk products() {
        return new NodeProducts(this);
    }

    @Override
    public ImportDesk imports() {
        return new NodeImports(this);
    }

    @Override
    public OrdersDesk orders() {
        return new NodeOrders(this, new People(), new Bell(showWindow));
    }

    @Override
    public CounterDesk counter() {
        return new NodeCounter(this);
    }

    @Override
    public NetworkDesk network() {
        return new NodeNetwork(this);
    }

    @Override
    public ShopDesk shop() {
        return new NodeShop(this);
    }

    @Override
    public SettingsDesk settings() {
        return NodeSettings.of(this);
    }

    @Override
    public StatusDesk status() {
        return () -> ask(ShopStatus::of);
    }

    @Override
    public AutoCloseable onChange(Runnable news) {
        listeners.add(news);
        return () -> listeners.remove(news);
    }

    @Override
    public void close() {
        turn.writeLock().lock();
        try {
            shut();
            papers.clear();
        } finally {
            turn.writeLock().unlock();
        }
    }
}
