package org.echoppe.app;

import java.util.EnumMap;
import java.util.Map;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.catalogue.ShopField;

/** Makes the shop of the running node. */
record NodeWelcome(RunningShop running) implements WelcomeDesk {
    @Override
    public void openShop(Map<String, String> fields, boolean visible) {
        running.ask(node -> node.catalogue().shop().init(texts(fields)));
        if (visible != running.isVisible()) {
            running.show(visible);
        }
    }

    @Override
    public void check(Map<String, String> fields) {
        running.ask(node -> node.catalogue().shop().draft(texts(fields)));
    }

    static Map<ShopField, String> texts(Map<String, String> fields) {
        var texts = new EnumMap<ShopField, String>(ShopField.class);
        fields.forEach((name, text) -> texts.put(ShopField.of(name), text));
        return texts;
    }
}
