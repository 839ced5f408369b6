package org.echoppe.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.echoppe.app.network.KnownShop;
import org.echoppe.app.network.NearbyShop;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.Reach;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ImportPreview;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.UnfinishedForm;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.today.TodayDesk;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.RecoverySheet;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;

/** A made-up shop that can be put into every state a screen has to draw. */
final class FakeShop implements OpenShop {
    static final Did DID = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
    static final String FINGERPRINT = "MZXW6YT-BOI4DSM-LQOJRXI-5BTGQ2A-MFRGG3D-FMZTWQ2-LKNRWW6-33OMA7Q";

    final Map<RecordKey, Map<String, String>> goods = new TreeMap<>();
    final List<KnownShop> shops = new ArrayList<>();
    final Map<String, String> profile = new HashMap<>();
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final Clock clock;
    org.echoppe.records.ShopStatus door = org.echoppe.records.ShopStatus.OPEN;
    String sign = "";
    boolean made;
    boolean visible = true;
    boolean closed;

    @Nullable
    RecoverySheet sheet;
    /** What every question is answered with instead; null for the truth. */
    volatile @Nullable RuntimeException broken;
    /** Questions wait for it; null for at once. */
    volatile @Nullable CountDownLatch held;

    ShopStatus status = new ShopStatus(List.of(), false, false, false, 0, 0, null, null);

    @Nullable
    ImportPreview preview;

    /** What every picture is; null where none can be read. */
    volatile byte @Nullable [] picture;

    volatile @Nullable UnfinishedForm unfinished;

    StrangerLimits limits = StrangerLimits.USUAL;
    volatile Map<String, String> ports = Map.of("web-port", "8443", "peer-port", "8444");
    volatile boolean autostart;
    volatile boolean announced = true;
    /** Who says on this network to be here. */
    volatile List<NearbyShop> nearby = List.of();

    volatile SettingsDesk.@Nullable Saved saved;
    volatile List<Task> tasks = List.of();
    volatile FirstWeek.Progress firstWeek = FirstWeek.Progress.OVER;
    private volatile FirstWeek.Progress dismissed = FirstWeek.Progress.OVER;

    final FakeOrders orders = new FakeOrders(this);
    final FakeCounter counter = new FakeCounter(this);
    private int next;

    FakeShop(Clock clock) {
        this.clock = clock;
    }

    RecordKey put(String name, String category, String price, String stock) {
        var fields = new HashMap<String, String>();
        fields.put("name", name);
        fields.put("category", category);
        fields.put("price", price);
        fields.put("stock", stock);
        var key = newKey();
        goods.put(key, fields);
        return key;
    }

    RecordKey newKey() {
        return new RecordKey("p%05d".formatted(next++));
    }

    Map<String, String> of(RecordKey key) {
        return java.util.Objects.requireNonNull(goods.get(key));
    }

    /** Answers late or not at all, where a test wants it. */
    void ask() {
        var hold = held;
        if (hold != null) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        var fault = broken;
        if (fault != null) {
            throw fault;
        }
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public AutoCloseable onChange(Runnable news) {
        listeners.add(news);
        return () -> listeners.remove(news);
    }

    @Override
    public boolean hasShop() {
        return made;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public WelcomeDesk welcome() {
        return new WelcomeDesk() {
            @Override
            public void openShop(Map<String, String> fields, boolean isVisible) {
                check(fields);
                profile.putAll(fields);
                visible = isVisible;
                made = true;
            }

            @Override
            public void check(Map<String, String> fields) {
                ask();
                var problems = new ArrayList<Problem>();
                if (fields.getOrDefault("name", "").isBlank()) {
                    problems.add(Problem.of("name", Fault.REQUIRED));
                }
                if (!fields.getOrDefault("vat", "").matches("[\\d.,]*")) {
                    problems.add(Problem.of("vat", Fault.NOT_A_NUMBER, fields.getOrDefault("vat", "")));
                }
                if (!problems.isEmpty()) {
                    throw new Rejected(problems);
                }
            }
        };
    }

    @Override
    public TodayDesk today() {
        return new TodayDesk() {
            @Override
            public Report report(Language language) {
                ask();
                return new Report(tasks, firstWeek, "https://192.168.1.20:8443/fr/shops/" + DID.value(), visible);
            }

            @Override
            public void dismissFirstWeek() {
                dismissed = firstWeek;
                firstWeek = FirstWeek.Progress.OVER;
            }

            @Override
            public void recallFirstWeek() {
                firstWeek = dismissed;
            }
        };
    }

    @Override
    public ProductDesk products() {
        return new FakeProducts(this);
    }

    @Override
    public ImportDesk imports() {
        return new FakeImports(this);
    }

    @Override
    public OrdersDesk orders() {
        return orders;
    }

    @Override
    public CounterDesk counter() {
        return counter;
    }

    @Override
    public NetworkDesk network() {
        return new FakeNetwork(this);
    }

    @Override
    public ShopDesk shop() {
        return new FakeDoor(this);
    }

    @Override
    public SettingsDesk settings() {
        return new FakeMachine(this);
    }

    /** The DID of a made-up key. */
    static Did did(int number) {
        var point = new byte[33];
        point[0] = 2;
        point[32] = (byte) (number + 1);
        return Did.of(point);
    }

    KnownShop known(String name, String locality, Reach reach, @Nullable Instant at, int products, boolean compared) {
        return new KnownShop(
                did(shops.size()),
                name,
                locality,
                "https://192.168.1.31:8444",
                FINGERPRINT,
                reach,
                at,
                at,
                new KnownShop.Held(products, products * 2_100L),
                new KnownShop.Chosen(compared, products > 500, false, reach == Reach.BLOCKED ? "contrefaçons" : null));
    }

    @Override
    public StatusDesk status() {
        return () -> {
            ask();
            return status;
        };
    }
}
