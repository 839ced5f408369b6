package org.echoppe.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/** A made-up computer, as the settings ask for it. */
final class FakeMachine implements SettingsDesk {
    private final FakeShop shop;
    private volatile @Nullable Path daily;

    FakeMachine(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public Machine machine() {
        shop.ask();
        return new Machine(
                shop.ports,
                "https://192.168.1.20:8443",
                "https://192.168.1.20:8444",
                false,
                shop.visible,
                shop.announced,
                shop.autostart,
                shop.saved,
                daily,
                Path.of("/home/lea/.local/share/echoppe"),
                Path.of("/home/lea/.local/share/echoppe/logs"));
    }

    @Override
    public Saved saveDaily(Path folder, LongWork.Progress progress) {
        var saved = save(folder.resolve("echoppe-2026-11-22.echoppe"), progress);
        daily = folder;
        return saved;
    }

    @Override
    public void stopDaily() {
        daily = null;
    }

    @Override
    public void resumeDaily(Path folder) {
        daily = folder;
    }

    @Override
    public Saved save(Path file, LongWork.Progress progress) {
        progress.at(3, 10);
        shop.ask();
        var saved = new Saved(Street.NOW, file, 48L << 20, file.startsWith("/home"));
        shop.saved = saved;
        return saved;
    }

    @Override
    public void ports(Map<String, String> wanted) {
        String port = wanted.getOrDefault("web-port", "");
        if (!port.matches("\\d*")) {
            throw new Rejected(List.of(Problem.of("web-port", Fault.NOT_A_NUMBER, port)));
        }
        shop.ports = Map.copyOf(wanted);
    }

    @Override
    public void show(boolean isVisible) {
        shop.visible = isVisible;
    }

    @Override
    public void announce(boolean on) {
        shop.announced = on;
    }

    @Override
    public void autostart(boolean on) {
        shop.autostart = on;
    }

    @Override
    public void export(Path file) {
        shop.ask();
    }

    @Override
    public String details() {
        return "echoppe/0.1";
    }
}
