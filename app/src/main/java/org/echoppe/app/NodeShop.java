package org.echoppe.app;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.shop.Recovery;
import org.echoppe.app.shop.RecoveryPage;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.ShopSign;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.records.ShopProfile;
import org.jspecify.annotations.Nullable;

/** The shop of the running node. */
record NodeShop(RunningShop running) implements ShopDesk {
    @Override
    public Standing standing(Language language) {
        return running.ask(node -> {
            var shop = node.catalogue().shop();
            return new Standing(
                    shop.form(language),
                    shop.profile().map(ShopProfile::status).orElse(org.echoppe.records.ShopStatus.OPEN),
                    sign(node).shown().map(Base64.getEncoder()::encodeToString).orElse(""),
                    page(node, language),
                    !node.config().bind().isLoopbackAddress(),
                    new Recovery(node.identity().recoverySheet().orElse(null)));
        });
    }

    /** The shop's page as this computer shows it; empty while the ports are closed. */
    static String page(Node node, Language language) {
        var places = node.places();
        return places == null
                ? ""
                : places.web() + "/" + language.code() + "/shops/"
                        + node.identity().did().value();
    }

    @Override
    public void save(Map<String, String> fields) {
        running.ask(node -> node.catalogue().shop().saveForm(fields));
    }

    @Override
    public void open(org.echoppe.records.ShopStatus status) {
        running.ask(node -> {
            node.catalogue().shop().open(status);
            return node.publisher().publishNow();
        });
    }

    @Override
    public Runnable hang(@Nullable PictureSource source) {
        var back = running.ask(
                node -> source == null ? sign(node).takeDown() : sign(node).hang(NodePictures.ready(source)));
        return () -> running.ask(node -> {
            back.run();
            return node;
        });
    }

    private static ShopSign sign(Node node) {
        return new ShopSign(node.catalogue().shop(), node.blobs());
    }

    @Override
    public void show(boolean visible) {
        running.show(visible);
    }

    @Override
    public void saveRecoverySheet(Path file, Language language) {
        running.ask(node -> {
            var sheet = node.identity().recoverySheet().orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, ""));
            var shop = node.catalogue().shop().show(language).getOrDefault(ShopField.NAME, "");
            RecoveryPage.write(file, sheet, shop, language);
            return file;
        });
    }

    @Override
    public void recoverySheetKept() {
        running.ask(node -> {
            node.identity().recoverySheetPrinted();
            return node;
        });
    }
}
